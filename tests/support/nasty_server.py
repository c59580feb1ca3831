"""A server on loopback that says exactly what a test wants, however wrong it is."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

#: Gets the head and body of a request, and gives the bytes to answer with, piece by piece.
Behaviour = Callable[[bytes], Iterable[bytes]]


@dataclass
class NastyServer:
    """Runs one behaviour for every connection; ``asked`` holds what was sent to it."""

    behaviour: Behaviour
    context: ssl.SSLContext | None = None
    asked: list[bytes] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    @property
    def address(self) -> str:
        scheme = "http" if self.context is None else "https"
        return f"{scheme}://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        while not self.over.is_set():
            with suppress(OSError):
                connection, _ = self.listener.accept()
                connection.settimeout(30)
                with connection, suppress(OSError):
                    self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        if self.context is not None:
            connection = self.context.wrap_socket(connection, server_side=True)
        with connection:
            request = _read(connection)
            if not request:
                return
            self.asked.append(request)
            for piece in self.behaviour(request):
                if self.over.is_set():
                    return
                connection.sendall(piece)
            with suppress(OSError):
                connection.shutdown(socket.SHUT_WR)


@contextmanager
def nasty(behaviour: Behaviour, context: ssl.SSLContext | None = None) -> Iterator[NastyServer]:
    """Run such a server until the end of the block."""
    server = NastyServer(behaviour, context)
    thread = threading.Thread(target=server.serve, name="nasty server", daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        with suppress(OSError), socket.create_connection(server.listener.getsockname()):
            pass  # wakes it
        thread.join()
        server.listener.close()


def answering(
    status: int = 200, body: bytes = b"{}", **headers: str
) -> Callable[[bytes], list[bytes]]:
    """Make the behaviour of a server that answers properly."""
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    head = "\r\n".join([*lines, "", ""]).encode()
    return lambda _request: [head + (b"" if status == 304 else body)]


def _read(connection: socket.socket) -> bytes:
    request = b""
    while b"\r\n\r\n" not in request:
        piece = connection.recv(65_536)
        if not piece:
            return request
        request += piece
    head, _, body = request.partition(b"\r\n\r\n")
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            while len(body) < int(line.partition(b":")[2]):
                body += connection.recv(65_536)
    return head + b"\r\n\r\n" + body
