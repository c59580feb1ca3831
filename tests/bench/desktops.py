"""Many desktops that ask a server at once, each on a connection that stays open.

``python -m tests.bench.desktops`` reads one wish as JSON from standard input and tells the seconds.
Each desktop has an address of its own on loopback, as it would in a company.
"""

import json
import select
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from time import perf_counter

_LENGTH = b"\r\ncontent-length:"
_KINDS = ("minutes", "calls", "sms_segments", "mms_segments")


@dataclass(frozen=True, slots=True)
class Desktop:
    """Who asks: a token, the path of their company, and the tag of the book they have."""

    token: str
    path: str
    tag: str


@dataclass(frozen=True, slots=True)
class Wish:
    """So many requests of a kind ("poll", "upload", "pooled"), each answered with ``status``.

    ``first``: the sequence of the first upload, which grows with each.
    """

    port: int
    kind: str
    status: int
    count: int
    first: int
    desktops: tuple[Desktop, ...]

    def written(self) -> str:
        """Write it as the process reads it."""
        return json.dumps(asdict(self))


def poll(desktop: Desktop, _number: int) -> bytes:
    """Ask whether the plan book changed."""
    return _request("GET", f"{desktop.path}/plan", desktop, f"If-None-Match: {desktop.tag}\r\n")


def upload(desktop: Desktop, number: int) -> bytes:
    """Send the counts of a day."""
    day = f"2026-11-{number % 20 + 1:02}"
    counts = [{"kind": kind, "day": day, "counted": number % 97} for kind in _KINDS]
    message = {"ledger": desktop.token[-1].encode().hex() * 16, "sequence": number}
    body = json.dumps(message | {"counts": counts})
    head = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return _request("PUT", f"{desktop.path}/usage", desktop, head) + body.encode()


def pooled(desktop: Desktop, _number: int) -> bytes:
    """Read what everybody together used."""
    return _request("GET", f"{desktop.path}/usage", desktop, "")


_REQUESTS: dict[str, Callable[[Desktop, int], bytes]] = {
    "poll": poll,
    "upload": upload,
    "pooled": pooled,
}


def run(wish: Wish) -> float:
    """Ask so often, every desktop again as soon as it was answered; returns the seconds."""
    request = _REQUESTS[wish.kind]
    numbers = iter(range(wish.first, wish.first + wish.count))
    waiting = select.poll()
    desktops = {}
    for at, desktop in enumerate(wish.desktops, 1):
        own = (f"127.0.1.{at}", 0)
        opened = socket.create_connection(("127.0.0.1", wish.port), source_address=own)
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        waiting.register(opened, select.POLLIN)
        desktops[opened.fileno()] = (opened, desktop)
    started, expected = perf_counter(), f"HTTP/1.1 {wish.status} ".encode()
    going = sum(_ask(*each, numbers, request) for each in desktops.values())
    while going:
        for number, _ in waiting.poll():
            answer = _answer(desktops[number][0])
            if not answer.startswith(expected):
                raise AssertionError(answer.decode())
            going -= not _ask(*desktops[number], numbers, request)
    seconds = perf_counter() - started
    for opened, _ in desktops.values():
        opened.close()
    return seconds


def _ask(
    opened: socket.socket,
    desktop: Desktop,
    numbers: Iterator[int],
    request: Callable[[Desktop, int], bytes],
) -> bool:
    """Send the next request; tells whether there was one left."""
    number = next(numbers, None)
    if number is not None:
        opened.sendall(request(desktop, number))
    return number is not None


def _answer(opened: socket.socket) -> bytes:
    """Read one whole answer."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += _received(opened)
    head, _, body = received.partition(b"\r\n\r\n")
    _, told, rest = head.lower().partition(_LENGTH)
    missing = (int(rest.split(b"\r\n", 1)[0]) if told else 0) - len(body)
    while missing > 0:
        part = _received(opened)
        received += part
        missing -= len(part)
    return received


def _received(opened: socket.socket) -> bytes:
    part = opened.recv(1 << 16)
    if not part:
        raise ConnectionError("the server hung up")
    return part


def _request(method: str, path: str, desktop: Desktop, more: str) -> bytes:
    return (
        f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Talktally\r\n"
        f"Accept: application/json\r\nAuthorization: Bearer {desktop.token}\r\n{more}\r\n"
    ).encode()


def main() -> None:
    """Do what standard input wishes."""
    wish = json.load(sys.stdin)
    wish["desktops"] = tuple(Desktop(**each) for each in wish["desktops"])
    sys.stdout.write(json.dumps(run(Wish(**wish))))


if __name__ == "__main__":
    main()
