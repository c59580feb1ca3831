"""Runs a provider over real HTTP on loopback, and spoils answers where a test wants that."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple, Protocol
from urllib.parse import parse_qsl, urlsplit

from typing_extensions import override


class Asked(NamedTuple):
    """A request; names of headers are lower case, ``document`` is its JSON body."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    document: Any = None


class Told(NamedTuple):
    """An answer; ``body`` is written as JSON unless it is bytes already."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = {}


class Provider(Protocol):
    """A provider's whole behaviour; called by one request at a time."""

    def answer(self, asked: Asked) -> Told:
        """Answer a request."""
        ...


#: Looks at the number of a request, the request, and how it would be answered, and gives the bytes
#: to send instead, ``None`` to let the answer be, or raises Hangup to close without a word.
Spoil = Callable[[int, Asked, Told], "bytes | Told | None"]


class Hangup(Exception):  # noqa: N818 - no error, an instruction
    """Close the connection now; ``said`` is sent before."""

    def __init__(self, said: bytes = b"") -> None:
        super().__init__()
        self.said = said


@dataclass
class Place:
    """A provider that listens; ``asked`` holds every request, ``spoil`` may be set at any time."""

    provider: Provider
    address: str = ""
    spoil: Spoil | None = None
    latency: Callable[[], None] = lambda: None
    asked: list[Asked] = field(default_factory=list)
    turn: threading.Lock = field(default_factory=threading.Lock)


@contextmanager
def placed(provider: Provider, port: int = 0) -> Iterator[Place]:
    """Serve a provider until the end of the block."""
    place = Place(provider)
    server = _Server(place, port)
    place.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="provider")
    thread.start()
    try:
        yield place
    finally:
        server.shutdown()
        thread.join()
        server.close_all()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def __init__(self, place: Place, port: int) -> None:
        self.place = place
        self.open: set[Any] = set()
        super().__init__(("127.0.0.1", port), _Handler)

    @override
    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    @override
    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    @override
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is nothing to tell."""

    def close_all(self) -> None:
        for request in list(self.open):
            with suppress(OSError):
                request.shutdown(2)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    def _answer(self) -> None:
        asked, place = self._asked(), self.server.place
        place.latency()
        try:
            told = self._told(place, asked)
        except Hangup as hangup:
            told = hangup.said
        if isinstance(told, bytes):
            self.wfile.write(told)
            self.close_connection = True
        else:
            self._tell(told)

    def _told(self, place: Place, asked: Asked) -> Told | bytes:
        with place.turn:
            number = len(place.asked)
            place.asked.append(asked)
            told = place.provider.answer(asked)
            return (place.spoil(number, asked, told) if place.spoil else None) or told

    def _asked(self) -> Asked:
        parts = urlsplit(self.path)
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length) if length else b""
        headers = {name.lower(): value for name, value in self.headers.items()}
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        try:
            document = json.loads(body) if body else None
        except ValueError:
            document = body
        return Asked(self.command, parts.path, query, headers, document)

    def _tell(self, told: Told) -> None:
        body = told.body if isinstance(told.body, bytes) else json.dumps(told.body).encode()
        self.send_response(told.status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        for name, value in told.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
