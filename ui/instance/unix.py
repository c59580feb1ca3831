"""The door on Linux and macOS: a socket in a folder that only its owner may enter."""

import os
import selectors
import socket
import struct
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event
from threading import Lock as Turn

from ui.instance.call import ANSWER, LONGEST, Call, Caller, call_of
from ui.instance.locks import Lock, address_in, take_lock

#: How long a caller may take to say what it wants, in seconds.
_LISTENING = 2.0
_WAITING_CALLERS = 8
#: How often it is seen to that the socket is still there, in seconds: systems and people clear out
#: the folders where it lies.
_LOOK_AFTER = 60.0
#: How long to wait after the system refused a caller, in seconds.
_PAUSE = 0.5
#: A longer address fits into no socket of these systems, in bytes.
_LONGEST_ADDRESS = 100


class SocketCaller:
    """A second start at the other end of a socket."""

    def __init__(self, connection: socket.socket, call: Call) -> None:
        self._connection, self.call = connection, call

    def answer(self) -> None:
        """Tell it that its call was taken."""
        with suppress(OSError), self._connection:
            self._connection.sendall(ANSWER)


class SocketDoor:
    """Held by the first window; ``listener`` is ``None`` where no socket could be made."""

    def __init__(
        self,
        locks: list[Lock],
        listener: socket.socket | None,
        address: Path,
        environ: Mapping[str, str],
    ) -> None:
        self._locks, self._listener, self._address = locks, listener, address
        self._environ = environ
        self._closed, self._waiting = Event(), Turn()
        # A bell wakes who waits, whatever became of the socket's name.
        self._ear, self._bell = socket.socketpair()

    def next_caller(self) -> Caller | None:
        """Wait for the next call; whatever else comes in is dropped."""
        while self._listener is not None and not self._closed.is_set():
            try:
                with self._waiting:
                    caller = self._next(self._listener)
            except OSError:  # no more files may be open, or the caller has gone already
                self._closed.wait(_PAUSE)
                continue
            if caller is not None:
                return caller
        return None

    def guard(self, folder: Path) -> None:
        """Be the first of another folder too, unless somebody is."""
        with suppress(OSError):
            lock = take_lock(folder)
            if lock is not None:
                lock.tell(self._address)
                self._locks.append(lock)

    def close(self) -> None:
        """Wake who waits for a caller, and let somebody else be first."""
        self._closed.set()
        self._bell.close()
        with self._waiting:
            self._ear.close()
            if self._listener is not None:
                self._listener.close()
        _remove(self._address)
        while self._locks:
            self._locks.pop().close()

    def _next(self, listener: socket.socket) -> Caller | None:
        """Wait for one who comes; ``None`` for nobody, or for one who cannot be understood."""
        if self._closed.is_set():
            return None
        ready = _which_calls([listener, self._ear], _LOOK_AFTER)
        if not ready:
            self._look_after(listener)
        elif self._ear not in ready:
            connection, _ = listener.accept()
            caller = _heard(connection)
            if caller is None:
                connection.close()
            return caller
        return None

    def _look_after(self, listener: socket.socket) -> None:
        """Listen at another address where this one was cleared away."""
        if not self._address.exists():
            self._listener, self._address = _listen(self._environ)
            listener.close()
            for lock in self._locks:
                lock.tell(self._address)


def open_door(folder: Path, environ: Mapping[str, str]) -> SocketDoor | None:
    """Be the first in a folder; ``None`` when somebody is.

    Where the disk knows no locks there is nobody to be told of, and nobody is kept out.
    """
    try:
        lock = take_lock(folder)
    except OSError:
        return SocketDoor([], None, Path(), environ)
    if lock is None:
        return None
    left = address_in(folder)
    if left is not None:
        _remove(left)  # of a process that ended without closing
    try:
        listener, address = _listen(environ)
        lock.tell(address)
    except OSError:
        return SocketDoor([lock], None, Path(), environ)
    return SocketDoor([lock], listener, address, environ)


def hand_over(folder: Path, call: Call, end: float) -> bool:
    """Say a call to the first; tells whether it was taken before ``end`` of the monotonic clock."""
    address = address_in(folder)
    if address is None:
        return False
    with suppress(OSError), connected(address, _left(end)) as connection:
        connection.sendall(call.written())
        connection.settimeout(_left(end))
        return connection.recv(len(ANSWER)) == ANSWER
    return False


def connected(address: Path, patience: float) -> socket.socket:
    """Connect to a first window; OSError when nobody listens there."""
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.settimeout(patience)
        connection.connect(str(address))
    except OSError:
        connection.close()
        raise
    return connection


def _left(end: float) -> float:
    return max(end - time.monotonic(), 0.01)


def _which_calls(sockets: list[socket.socket], patience: float) -> list[object]:
    with selectors.DefaultSelector() as waiting:
        for each in sockets:
            waiting.register(each, selectors.EVENT_READ)
        return [key.fileobj for key, _ in waiting.select(patience)]


def _listen(environ: Mapping[str, str]) -> tuple[socket.socket, Path]:
    address = _private_folder(environ) / "window"
    listener = socket.socket(socket.AF_UNIX)
    try:
        listener.bind(str(address))
        address.chmod(0o600)
        listener.listen(_WAITING_CALLERS)
    except OSError:
        listener.close()
        raise
    return listener, address


def _private_folder(environ: Mapping[str, str]) -> Path:
    """Make a folder that nobody else may enter; a name that is taken is refused by the system."""
    name = f"talktally-{os.getpid()}-{time.monotonic_ns():x}"
    for told in (environ.get("XDG_RUNTIME_DIR"), environ.get("TMPDIR"), "/tmp"):  # noqa: S108
        folder = Path(told or "") / name
        if folder.is_absolute() and len(os.fsencode(folder)) < _LONGEST_ADDRESS:
            with suppress(OSError):
                folder.mkdir(mode=0o700)
                return folder
    raise FileNotFoundError


def _remove(address: Path) -> None:
    if address.name != "window" or not address.parent.name.startswith("talktally-"):
        return
    with suppress(OSError):
        address.unlink(missing_ok=True)
        address.parent.rmdir()


def _heard(connection: socket.socket) -> SocketCaller | None:
    """Listen to one who came; ``None`` for another person, junk, or one who says nothing."""
    with suppress(OSError):
        if _is_stranger(connection):
            return None
        call = call_of(_line(connection))
        return SocketCaller(connection, call) if call is not None else None
    return None


def _line(connection: socket.socket) -> bytes:
    end, heard = time.monotonic() + _LISTENING, b""
    while not heard.endswith(b"\n") and len(heard) <= LONGEST:
        connection.settimeout(_left(end))
        more = connection.recv(LONGEST)
        if not more or time.monotonic() > end:
            return b""
        heard += more
    return heard if len(heard) <= LONGEST else b""


def _is_stranger(connection: socket.socket) -> bool:
    if sys.platform != "linux":
        return False  # the folder keeps strangers out there too
    shape = struct.Struct("3i")  # process, user, group
    told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, shape.size)
    return bool(shape.unpack(told)[1] != os.getuid())
