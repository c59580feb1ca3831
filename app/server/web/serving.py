"""Serving on a socket until the process is told to stop."""

import asyncio
import logging
import signal
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI
from typing_extensions import override
from uvicorn import Config, Server

from app.domain.problem import EnvironmentProblem, mark
from app.domain.redaction import strike
from app.server.web.connections import PatientConnection

_QUEUE = 1024
_KEEP_ALIVE_SECONDS = 15
_LAST_ANSWERS_SECONDS = 10
#: The line of a request or one header, bytes.
_LARGEST_HEADERS = 16 * 1024
_TAKEN = mark(
    "Port {port} of {host} cannot be used: {reason}. Choose another with --port, or stop the "
    "program that uses it."
)
_NO_CERTIFICATE = mark(
    "The certificate or its key cannot be used: {reason}. Give PEM files that belong together, "
    "the key without a password."
)


@dataclass(frozen=True, slots=True)
class Certificate:
    """The files of TLS: the certificate with its chain, and its key without a password (PEM)."""

    chain: Path
    key: Path


def listen(host: str, port: int) -> socket.socket:
    """Take a port, 0 for any; EnvironmentProblem when somebody else has it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # TCP by name: asyncio sends small answers at once only where it knows that it speaks TCP.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # A port that was just left may be taken again at once; on Windows it would be shared.
        if hasattr(signal, "SIGKILL"):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_QUEUE)
    except OSError as error:
        listener.close()
        reason = error.strerror or str(error)
        raise EnvironmentProblem(_TAKEN, port=port, host=host, reason=reason) from error
    return listener


def tls_of(certificate: Certificate) -> ssl.SSLContext:
    """Read the files of TLS, 1.2 or newer; EnvironmentProblem when they are not good."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        # An empty password, so that nobody is asked for one on a terminal.
        context.load_cert_chain(certificate.chain, certificate.key, password="")
    except OSError as error:
        reason = error.strerror or str(error)
        raise EnvironmentProblem(_NO_CERTIFICATE, reason=reason) from error
    return context


def serve(
    application: FastAPI,
    listener: socket.socket,
    tls: ssl.SSLContext | None,
    ready: Callable[[], None],
) -> None:
    """Answer requests until SIGTERM or Ctrl+C, then finish those that have begun."""
    config = Config(
        application,
        loop="asyncio",
        http=PatientConnection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=_LAST_ANSWERS_SECONDS,
        h11_max_incomplete_event_size=_LARGEST_HEADERS,
        ssl_context_factory=(lambda _config, _usual: tls) if tls else None,
    )
    _log_to_stderr()
    _end_quietly()
    _Announcing(config, ready).run(sockets=[listener])


class _Announcing(Server):
    """Tells when requests are answered."""

    def __init__(self, config: Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


class Struck(logging.Formatter):
    """Writes the instant of a record in UTC, then the record without what it must not tell."""

    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%SZ")

    @override
    def format(self, record: logging.LogRecord) -> str:
        return f"{self.formatTime(record, self.datefmt)} {strike(super().format(record))}"


def is_trouble(record: logging.LogRecord) -> bool:
    """Tell whether a record is about more than a request that was cut off by the end."""
    return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))


def _log_to_stderr() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(Struck())
    handler.addFilter(is_trouble)
    for name in ("talktally.server", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.setLevel(logging.WARNING)
        logger.propagate = False
        logger.handlers = [handler]


def _end_quietly() -> None:
    """Let a signal that stopped the server be no more than that.

    The library raises it once more when it is done, for whoever else might wait for it.
    """
    for name in (signal.SIGTERM, signal.SIGINT):
        with suppress(ValueError):  # not in the main thread, where no signal arrives
            signal.signal(name, lambda _number, _frame: None)
