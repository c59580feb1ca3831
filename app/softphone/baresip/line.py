"""The socket to baresip, and waiting for it in a way that can be ended at any time."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ECONNREFUSED, EINPROGRESS, EWOULDBLOCK
from select import select

from app.softphone.baresip.place import Place

_PIECE = 65536
# On this computer a connection is made at once or not at all, unless the other end hangs.
_PATIENCE_SECONDS = 2.0
# What connect_ex gives while it is still at it, and where nobody listens; the numbers are Windows'.
_UNDER_WAY = frozenset({EINPROGRESS, EWOULDBLOCK, 10035})
_REFUSED = frozenset({ECONNREFUSED, 10061})


class Bell:
    """Wakes whoever waits; a ring before the wait counts as well."""

    def __init__(self) -> None:
        self._inner, self._outer = socket.socketpair()
        self._inner.setblocking(False)
        self._outer.setblocking(False)

    def ring(self) -> None:
        """Wake the one who waits, from any thread."""
        # Full of rings it wakes anyway, and closed there is nobody to wake.
        with suppress(OSError):
            self._outer.send(b"!")

    def wait(self, seconds: float | None, line: socket.socket | None = None) -> bool:
        """Wait for a ring, or until ``line`` can be read; ``True`` when it can."""
        watched = [self._inner] if line is None else [self._inner, line]
        ready, _, _ = select(watched, [], [], seconds)
        self._hush(ready)
        return line in ready

    def wait_for_connection(self, line: socket.socket) -> bool:
        """Wait until a connection stands or failed; ``False`` where neither came, or it rang."""
        # Windows tells of failure in the third list, everybody else in the second.
        ready, done, failed = select([self._inner], [line], [line], _PATIENCE_SECONDS)
        self._hush(ready)
        return bool(done or failed)

    def close(self) -> None:
        """Wake nobody any more."""
        self._inner.close()
        self._outer.close()

    def _hush(self, ready: list[socket.socket]) -> None:
        if self._inner in ready:
            with suppress(BlockingIOError):
                self._inner.recv(_PIECE)


@contextmanager
def connected(place: Place, bell: Bell) -> Iterator[socket.socket | None]:
    """Connect to a place; ``None`` where nobody listens, OSError where nobody can tell."""
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as line:
        line.setblocking(False)
        error = line.connect_ex((place.host, place.port))
        if error in _UNDER_WAY:
            if not bell.wait_for_connection(line):
                raise TimeoutError
            error = line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error not in {0, *_REFUSED}:
            raise OSError(error, os.strerror(error))
        # Where nobody listens, a port may be given to the very socket that looks for it.
        yield None if error or line.getsockname() == line.getpeername() else line


def received(line: socket.socket) -> bytes | None:
    """Return what came; b"" where nothing did after all, ``None`` where the line broke."""
    try:
        return line.recv(_PIECE) or None
    except BlockingIOError:
        return b""
    except OSError:
        return None
