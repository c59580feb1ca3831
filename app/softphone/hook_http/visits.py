"""The connections of a moment, each for one request: few, small, short, and none holds another."""

import selectors
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Event

from app.domain.beat import Beat
from app.softphone.source import Look

_MOST = 32
_PATIENCE_NS = 2_000_000_000
# A computer that has no room for another connection has it again once others are gone.
_BREATH_SECONDS = 0.2
_CHUNK = 4_096
#: What came so far and when the last of it did; returns the answer, ``None`` for "go on".
Answering = Callable[[bytes, Beat], bytes | None]


class _Visit:
    """One connection, until when it may last, and what came from it."""

    def __init__(self, line: socket.socket) -> None:
        self.line = line
        self.until_ns = time.monotonic_ns() + _PATIENCE_NS
        self.received = b""
        self.answered = False


class Visits:
    """Takes connections of one listening socket until ``ended`` is set and ``wake`` readable."""

    def __init__(
        self, listener: socket.socket, wake: socket.socket, ended: Event, look: Look
    ) -> None:
        self._listener = listener
        self._wake = wake
        self._ended = ended
        self._look = look
        self._open: dict[int, _Visit] = {}
        self._selector = selectors.DefaultSelector()
        self._selector.register(wake, selectors.EVENT_READ)
        self._selector.register(listener, selectors.EVENT_READ)

    def take(self, answering: Answering) -> None:
        """Answer whoever comes; returns once it is to end, with every connection closed."""
        try:
            while not self._ended.is_set():
                self._turn(answering)
        finally:
            for visit in [*self._open.values()]:
                self._let_go(visit)
            self._selector.close()

    def _turn(self, answering: Answering) -> None:
        for key, _ in self._selector.select(self._patience()):
            if key.fileobj is self._listener:
                self._welcome(answering)
            elif key.fileobj is self._wake:
                self._wake.recv(64)
            elif (visit := self._open.get(key.fd)) is not None:
                self._hear(visit, answering)
        now = time.monotonic_ns()
        for visit in [each for each in self._open.values() if each.until_ns <= now]:
            self._let_go(visit)

    def _patience(self) -> float | None:
        """Return the seconds until somebody has taken too long, ``None`` where nobody is here."""
        if not self._open:
            return None
        soonest = min(each.until_ns for each in self._open.values())
        return max(0, soonest - time.monotonic_ns()) / 1e9

    def _welcome(self, answering: Answering) -> None:
        try:
            line, _ = self._listener.accept()
        except (BlockingIOError, ConnectionError):
            return
        except OSError:
            for visit in [*self._open.values()]:
                self._let_go(visit)
            self._ended.wait(_BREATH_SECONDS)
            return
        line.setblocking(False)
        if len(self._open) >= _MOST:
            # Whoever came first and said nothing yet is the least likely to be a softphone.
            self._let_go(next(iter(self._open.values())))
        visit = self._open[line.fileno()] = _Visit(line)
        self._selector.register(line, selectors.EVENT_READ)
        # What it wants has mostly come with it: heard at once, it cannot be crowded out.
        self._hear(visit, answering)

    def _hear(self, visit: _Visit, answering: Answering) -> None:
        try:
            came = visit.line.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            came = b""
        if not came:
            self._let_go(visit)
        elif not visit.answered:
            visit.received += came
            reply = answering(visit.received, self._look())
            if reply is not None:
                self._reply(visit, reply)

    def _reply(self, visit: _Visit, reply: bytes) -> None:
        """Answer, and hear out what still comes: closing at once could lose the answer."""
        visit.answered = True
        try:
            visit.line.send(reply)
            visit.line.shutdown(socket.SHUT_WR)
        except OSError:
            self._let_go(visit)

    def _let_go(self, visit: _Visit) -> None:
        self._open.pop(visit.line.fileno(), None)
        with suppress(KeyError, ValueError):
            self._selector.unregister(visit.line)
        visit.line.close()
