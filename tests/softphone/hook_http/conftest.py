"""A source that listens on a port of its own, and the raw line of a softphone to it."""

import socket
from collections.abc import Iterator
from queue import Queue
from urllib.parse import urlencode

import pytest

from app.domain.beat import Beat
from app.domain.call_report import CallReport, Contact, Heard, SourceNews
from app.domain.instant import Instant
from app.softphone.hook_http.source import HookSource

TOKEN = "right-one-of-some-length"  # noqa: S105 - opens nothing but a test
PATIENCE = 30.0
NOW = Beat(Instant(1_795_000_000_000_000), "boot", 5_000_000, 4_000_000)


class Hooked:
    """A listening source, what it told, and how to reach it."""

    def __init__(self, source: HookSource, told: "Queue[Heard]") -> None:
        self.source = source
        self.told = told
        news = told.get(timeout=PATIENCE)
        assert isinstance(news, SourceNews)
        assert news.contact is Contact.LISTENING
        self.place = news.place
        self.port = int(news.place.rpartition(":")[2])

    def line(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), PATIENCE)

    def send(self, request: bytes) -> bytes:
        """What comes back until the source closes the line."""
        with self.line() as line:
            line.sendall(request)
            return all_of(line)

    def ask(
        self, path: str, *headers: str, method: str = "GET", body: bytes = b"", host: str = ""
    ) -> tuple[int, str]:
        """The status and the sentence of the answer to a request."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host or self.place}", *headers]
        if body:
            lines += [f"Content-Length: {len(body)}"]
        head = "\r\n".join([*lines, "", ""])
        return answer_of(self.send(head.encode("utf-8") + body))

    def get(self, what: str, query: str = "", token: str = TOKEN) -> tuple[int, str]:
        return self.ask(f"/hook/{what}?{query}&{urlencode({'token': token})}")

    def report(self, what: str, query: str = "") -> CallReport:
        """The report that a right request becomes."""
        assert self.get(what, query) == (204, "")
        return self.next()

    def next(self) -> CallReport:
        heard = self.told.get_nowait()
        assert isinstance(heard, CallReport)
        return heard


def all_of(line: socket.socket) -> bytes:
    pieces = []
    while piece := line.recv(4096):
        pieces.append(piece)
    return b"".join(pieces)


def answer_of(reply: bytes) -> tuple[int, str]:
    head, _, body = reply.partition(b"\r\n\r\n")
    return int(head.split()[1]), body.decode().rstrip("\n")


@pytest.fixture
def hook() -> Iterator[Hooked]:
    told: Queue[Heard] = Queue()
    source = HookSource(0, TOKEN, lambda: NOW, told.put)
    source.start()
    yield Hooked(source, told)
    source.close()
