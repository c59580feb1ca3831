"""Whether the desktop has a tray: asked often after a start, seldom later, and told by the bus."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

#: A panel may start after the programs that want it: so often, and so many times at first.
_SOON_MS, _TIMES = 5_000, 24
_SELDOM_MS = 60_000
#: A panel that restarts is back sooner than this.
_RESTART_MS = 15_000
_WATCHER = "org.kde.StatusNotifierWatcher"
#: Windows that nobody sees have no desktop around them, and no bus of it.
_UNSEEN = frozenset({"offscreen", "minimal"})


class Presence(QObject):
    """Looks for a tray.

    ``came``: there is one, or another one than before. ``lost``: there is none any more, and a
    restart would be over. ``missed``: none was there for two minutes after the start.
    """

    came = Signal()
    lost = Signal()
    missed = Signal()

    def __init__(
        self, parent: QObject, is_there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable
    ) -> None:
        super().__init__(parent)
        self._ask = is_there
        self._there = False
        self._looks = 0
        self._timer = QTimer(self, interval=_SOON_MS)
        self._timer.timeout.connect(self.look)
        self._gone = QTimer(self, interval=_RESTART_MS, singleShot=True)
        self._gone.timeout.connect(self.lost)
        self._watcher = self._watch_bus() if _has_bus() else None

    @property
    def is_there(self) -> bool:
        """Whether a tray was there at the last look."""
        return self._there

    @property
    def interval_ms(self) -> int:
        """How long it is until the next look."""
        return self._timer.interval()

    def start(self) -> None:
        """Look now, and again from time to time."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._gone.stop()

    def look(self) -> None:
        """Look whether there is a tray."""
        self._looks += 1
        there = self._ask()
        if self._looks == _TIMES:
            self._timer.setInterval(_SELDOM_MS)
            if not there and not self._there:
                self.missed.emit()
        self._settle(there=there)

    def _settle(self, *, there: bool, renewed: bool = False) -> None:
        before, self._there = self._there, there
        if there:
            self._gone.stop()
            if renewed or not before:
                self.came.emit()
        elif before:
            self._gone.start()

    def _watch_bus(self) -> QObject | None:
        # Here because no other system has this bus.
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return None
        # All at once: a watcher that is given its bus later waits for its own thread without end.
        changes = QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange
        watcher = QDBusServiceWatcher(_WATCHER, bus, changes, self)
        watcher.serviceRegistered.connect(self._on_registered)
        watcher.serviceUnregistered.connect(self._on_unregistered)
        return watcher

    def _on_registered(self, _: str) -> None:
        self._settle(there=self._ask(), renewed=True)

    def _on_unregistered(self, _: str) -> None:
        self._settle(there=self._ask())


def _has_bus() -> bool:
    return sys.platform == "linux" and QGuiApplication.platformName() not in _UNSEEN
