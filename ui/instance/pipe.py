"""The door on Windows: a name that the system keeps as long as its holder lives, and a pipe."""

import getpass
import hashlib
import os
import time
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from threading import Event

from ui.instance.call import ANSWER, LONGEST, Call, Caller, call_of
from ui.instance.name import Kernel, Name, take_name

#: How long a caller may take to say what it wants, in seconds.
_LISTENING = 2.0
_PIPES = "\\\\.\\pipe\\"


class PipeCaller:
    """A second start at the other end of a pipe."""

    def __init__(self, connection: "Connection", call: Call) -> None:
        self._connection, self.call = connection, call

    def answer(self) -> None:
        """Tell it that its call was taken."""
        with suppress(OSError), self._connection:
            self._connection.send_bytes(ANSWER)


class PipeDoor:
    """Held by the first window; the pipes of further folders only keep others from being first."""

    def __init__(self, listener: Listener, name: Name) -> None:
        self._listener, self._name = listener, name
        self._closed = Event()

    def next_caller(self) -> Caller | None:
        """Wait for the next call; whatever else comes in is dropped."""
        while not self._closed.is_set():
            try:
                connection = self._listener.accept()
            except (OSError, EOFError):
                return None
            caller = None if self._closed.is_set() else _heard(connection)
            if caller is not None:
                return caller
            connection.close()
        return None

    def guard(self, folder: Path) -> None:
        """Leave another folder to the next start: a pipe is listened to by its own name alone."""

    def close(self) -> None:
        """Wake who waits for a caller, and let somebody else be first."""
        self._closed.set()
        with suppress(OSError, EOFError):
            Client(self._listener.address).close()
        self._listener.close()
        self._name.close()


def open_door(address: str, kernel: Kernel) -> PipeDoor | None:
    """Be the first at an address; ``None`` when somebody is.

    Windows gives the name of a pipe to one process alone, but some emulations let two listen.
    """
    name = take_name(address.removeprefix(_PIPES), kernel)
    if name is None:
        return None
    try:
        return PipeDoor(Listener(address), name)
    except OSError:
        name.close()  # this person opened the window in another session
        return None


def hand_over(address: str, call: Call, end: float) -> bool:
    """Say a call to the first; tells whether it was taken before ``end`` of the monotonic clock."""
    with suppress(OSError, EOFError), Client(address) as connection:
        connection.send_bytes(call.written())
        if connection.poll(max(end - time.monotonic(), 0.01)):
            return connection.recv_bytes(LONGEST) == ANSWER
    return False


def address_of(folder: Path) -> str:
    """Return the name of the pipe of a person and a folder."""
    whole = f"{getpass.getuser()}\0{os.path.normcase(folder.resolve())}"
    return f"{_PIPES}talktally-{hashlib.sha256(whole.encode()).hexdigest()[:32]}"


def _heard(connection: "Connection") -> PipeCaller | None:
    with suppress(OSError, EOFError):
        if connection.poll(_LISTENING):
            call = call_of(connection.recv_bytes(LONGEST))
            return PipeCaller(connection, call) if call is not None else None
    return None
