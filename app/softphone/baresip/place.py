"""Where baresip's control line is: an address of this computer, and nowhere else."""

from ipaddress import ip_address
from typing import NamedTuple

from app.domain.problem import UsageProblem, mark

#: Where ctrl_tcp listens unless it is told otherwise.
PORT = 4444
_MOST = 65535
_ELSEWHERE = mark(
    "The softphone is listened to on this computer alone. Give an address such as 127.0.0.1:4444."
)


class Place(NamedTuple):
    """A numeric address of this computer, and a port."""

    host: str
    port: int


def read_place(text: str) -> Place:
    """Read "127.0.0.1:4444", "[::1]:4444" or "localhost"; UsageProblem for anything else.

    The line carries numbers in the clear and takes commands from anybody, so it must not leave
    the computer. "localhost" is not looked up: it is 127.0.0.1.
    """
    host, port = _parts(text.strip())
    host = "127.0.0.1" if host.lower() == "localhost" else host
    try:
        address = ip_address(host)
    except ValueError:
        raise UsageProblem(_ELSEWHERE) from None
    if not address.is_loopback or not (port.isascii() and port.isdigit()):
        raise UsageProblem(_ELSEWHERE)
    # Compared by its length first, for there are numbers that take long to read.
    if len(port) > len(str(_MOST)) or not 0 < int(port) <= _MOST:
        raise UsageProblem(_ELSEWHERE)
    return Place(str(address), int(port))


def _parts(text: str) -> tuple[str, str]:
    if text.startswith("["):
        host, _, port = text[1:].partition("]")
        return host, port.removeprefix(":") or str(PORT)
    if text.count(":") > 1:
        return text, str(PORT)
    host, _, port = text.partition(":")
    return host, port or str(PORT)
