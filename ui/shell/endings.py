"""What ends the program from outside: the end of the session, and the signals of Unix."""

import signal
import socket
import sys
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

from ui.shell.application import Application


class Endings(QObject):
    """``asked`` comes when the program is to end as if its person had closed it."""

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._on_session_end)
        if isinstance(application, Application):
            application.quitting.connect(self.asked)
        self._before: dict[int, object] = {}
        self._heard, self._said = socket.socketpair()
        if sys.platform != "win32":
            self._listen((signal.SIGTERM, signal.SIGINT, signal.SIGHUP))

    def close(self) -> None:
        """Leave signals as they were."""
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # as it was given to us
        if self._before:
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
        self._heard.close()
        self._said.close()

    def _listen(self, numbers: tuple[int, ...]) -> None:
        """Wake the main loop at a signal: Python's own handlers wait until something runs."""
        for each in (self._heard, self._said):
            each.setblocking(False)
        try:
            signal.set_wakeup_fd(self._said.fileno(), warn_on_full_buffer=False)
        except ValueError:
            return  # only the main thread may listen
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        for number in numbers:
            self._before[number] = signal.signal(number, lambda *_: None)

    def _on_signal(self) -> None:
        with suppress(OSError):
            if set(self._heard.recv(64)) & set(self._before):
                self.asked.emit()

    def _on_session_end(self) -> None:
        self.asked.emit()
