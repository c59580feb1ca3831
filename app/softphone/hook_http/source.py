"""Listening for softphones that open addresses of this computer; nobody else can reach them."""

import errno
import logging
import socket
import sys
from contextlib import suppress
from threading import Event, Thread

from app.domain.call_report import Contact, SourceNews
from app.domain.problem import mark
from app.softphone.hook_http.door import Door
from app.softphone.hook_http.visits import Visits
from app.softphone.source import FAULT, Look, Tell

log = logging.getLogger(__name__)

#: Under which its reports and news go.
NAME = "hook"
_HERE = "127.0.0.1"
_WAITING = 1024
_AGAIN_SECONDS = 15.0
_CLOSING_SECONDS = 1.0
_IN_USE = mark("Another program uses this port. Choose another one in the settings.")
_NOT_ALLOWED = mark("The computer does not allow this port. Choose one from 1024 to 65535.")


class HookSource:
    """Takes reports over HTTP from programs of this computer that know the token.

    ``port`` 0 stands for any that is free; the news says which. A port in use is tried again.
    """

    def __init__(self, port: int, token: str, look: Look, tell: Tell) -> None:
        self._port = port
        self._token = token
        self._look = look
        self._tell = tell
        self._ended = Event()
        self._wake, self._waker = socket.socketpair()
        self._waker.setblocking(False)
        self._told: tuple[Contact, str] | None = None
        self._thread = Thread(target=self._run, name="hook over HTTP", daemon=True)

    def start(self) -> None:
        """Begin to listen on a thread of its own; how that goes is told as SourceNews."""
        self._thread.start()

    def take_back(self) -> None:
        """Try the port again at once, where it could not be had."""
        with suppress(OSError):
            self._waker.send(b".")

    def close(self) -> None:
        """Listen no longer: the thread has ended and the port is free when this returns."""
        if self._ended.is_set():
            return
        self._ended.set()
        self.take_back()
        if self._thread.ident is not None:
            self._thread.join(_CLOSING_SECONDS)
        self._waker.close()
        self._wake.close()

    def _run(self) -> None:
        try:
            self._listen()
        except Exception as fault:  # noqa: BLE001 - the end of the thread, of which the window must hear
            # Its kind alone, for its words might quote a number.
            log.error("Listening for addresses broke: %s", type(fault).__name__)  # noqa: TRY400 - as said above
            with suppress(Exception):
                self._say(Contact.REFUSED, self._port, FAULT)

    def _listen(self) -> None:
        while not self._ended.is_set():
            listener = self._bound()
            if listener is None:
                self._pause()
                continue
            with listener:
                port = int(listener.getsockname()[1])
                self._say(Contact.LISTENING, port)
                visits = Visits(listener, self._wake, self._ended, self._look)
                visits.take(Door(port, self._token, self._tell))

    def _bound(self) -> socket.socket | None:
        """Take the port, for this computer alone; tells of one that cannot be had, ``None``."""
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listener.setsockopt(socket.SOL_SOCKET, _alone(), 1)
            listener.bind((_HERE, self._port))
            listener.listen(_WAITING)
        except (OSError, OverflowError) as error:
            listener.close()
            self._say(Contact.REFUSED, self._port, _reason(error))
            return None
        listener.setblocking(False)
        return listener

    def _pause(self) -> None:
        """Wait until the port may be free again, or until somebody asks."""
        self._wake.settimeout(_AGAIN_SECONDS)
        with suppress(TimeoutError):
            self._wake.recv(64)

    def _say(self, contact: Contact, port: int, reason: str = "") -> None:
        """Tell how it stands, once for each change."""
        if (contact, reason) != self._told:
            self._told = (contact, reason)
            place = f"{_HERE}:{port}"
            self._tell(SourceNews(NAME, contact, self._look(), place, reason))


def _alone() -> int:
    """Return the option that keeps others off the port, yet lets the next start have it at once.

    What it is called differs: the same name lets anybody share a port on Windows.
    """
    if sys.platform == "win32":
        return socket.SO_EXCLUSIVEADDRUSE
    return socket.SO_REUSEADDR


def _reason(error: Exception) -> str:
    code = getattr(error, "errno", None)
    return _IN_USE if code == errno.EADDRINUSE else _NOT_ALLOWED
