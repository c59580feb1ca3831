"""``talktally serve``: the company plan server."""

import argparse
import ssl
from typing import TYPE_CHECKING

from app.assembly import Workplace
from app.commands.arguments import file_path, whole
from app.commands.server_place import (
    add_database,
    add_public_url,
    open_database,
    told_public_url,
    with_server_parts,
)
from app.domain.problem import ExitCode, UsageProblem, mark

if TYPE_CHECKING:
    from app.server.store.database import Database

_LAST_PORT = 65_535
_ANYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - to be told apart, not to be listened on
_HALF = mark("TLS needs both files: --certificate FILE --key FILE")
_OPEN = mark(
    "Tokens must not cross a network unprotected. Give --certificate and --key, or put the server "
    "behind a proxy that speaks TLS and say --behind-proxy."
)
_NO_ADDRESS = mark(
    "Say how desktops reach this server, such as --public-url https://plans.example.com"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where it listens, and how it is reached."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument(
        "--port", type=whole(0, _LAST_PORT), help="the port to listen on, 0 for any that is free"
    )
    add_database(parser)
    add_public_url(parser)
    parser.add_argument(
        "--certificate", metavar="FILE", type=file_path, help="TLS: the certificate chain (PEM)"
    )
    parser.add_argument(
        "--key", metavar="FILE", type=file_path, help="TLS: the certificate's key (PEM)"
    )
    parser.add_argument(
        "--behind-proxy",
        action="store_true",
        help="a proxy in front speaks TLS and says in X-Forwarded-For who asks",
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Serve until the process is told to stop."""
    with with_server_parts():
        tls = _tls(arguments)
        told = told_public_url(arguments, workplace)
        _check_reach(arguments, tls, told)
        with open_database(arguments, workplace) as database:
            _serve(arguments, workplace, database, tls, told)
    return ExitCode.DONE


def _serve(
    arguments: argparse.Namespace,
    workplace: Workplace,
    database: "Database",
    tls: ssl.SSLContext | None,
    told: str | None,
) -> None:
    # Here because nothing but this command needs the server, and a desktop lacks its parts.
    from app.server.application import make_application
    from app.server.settings import PORT, ServerSettings
    from app.server.web.serving import listen, serve

    listener = listen(arguments.host, PORT if arguments.port is None else arguments.port)
    with listener:
        address = _address(arguments.host, listener.getsockname()[1], tls)
        settings = ServerSettings(told or address, behind_proxy=arguments.behind_proxy)
        application = make_application(database, now=workplace.clock.now, settings=settings)
        serve(
            application, listener, tls, lambda: _announce(workplace, address, settings.public_url)
        )


def _tls(arguments: argparse.Namespace) -> ssl.SSLContext | None:
    if (arguments.certificate is None) != (arguments.key is None):
        raise UsageProblem(_HALF)
    if arguments.certificate is None:
        return None
    # Here because a server without TLS of its own needs none of it.
    from app.server.web.serving import Certificate, tls_of

    return tls_of(Certificate(arguments.certificate, arguments.key))


def _check_reach(
    arguments: argparse.Namespace, tls: ssl.SSLContext | None, told: str | None
) -> None:
    # Here because only the server's own commands may load its parts.
    from app.server.web.public_url import is_loopback

    # Where desktops speak TLS with something else, all of them would seem to be one address.
    at_home = is_loopback(arguments.host) and not (told or "").startswith("https://")
    if not (tls or arguments.behind_proxy or at_home):
        raise UsageProblem(_OPEN)
    if told is None and (arguments.behind_proxy or arguments.host in _ANYWHERE):
        raise UsageProblem(_NO_ADDRESS)


def _address(host: str, port: int, tls: ssl.SSLContext | None) -> str:
    scheme = "https" if tls else "http"
    named = f"[{host}]" if ":" in host else host
    return f"{scheme}://{named}:{port}"


def _announce(workplace: Workplace, address: str, public: str) -> None:
    if workplace.as_json:
        workplace.tell_json({"address": address, "public_url": public})
    else:
        say = workplace.words.say
        workplace.tell(say("The plan server answers at {address}", address=address))
    workplace.streams.stdout.flush()
