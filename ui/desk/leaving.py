"""Closing the window: it goes on in the tray where there is one, and rests while nobody sees it."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from ui.desk.pages import Pages
from ui.desk.preferences import Preferences
from ui.desk.tray import Tray
from ui.shell.shell import Shell

_TOLD = "closing_told"
#: How long a start out of sight waits for a panel that starts at the same time, in ms.
TRAY_PATIENCE_MS = 15_000


class Desk(Protocol):
    """The parts that stay, rest or are asked."""

    pages: Pages
    tray: Tray


class Leaving(QObject):
    """Decides what closing means, and says so the first time."""

    def __init__(self, shell: Shell, preferences: Preferences, desk: Desk) -> None:
        super().__init__(shell)
        self._shell, self._preferences, self._desk = shell, preferences, desk
        self._patience = QTimer(self, interval=TRAY_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._on_waited)
        shell.may_hide = self.may_hide
        shell.put_away.connect(self._on_put_away)
        shell.in_sight.connect(self._on_sight)

    def may_hide(self) -> bool:
        """Tell whether closing leaves the program in the tray."""
        return self._preferences.settings.close_to_tray and self._desk.tray.stands

    def wait_for_tray(self) -> None:
        """Stay out of sight if there will be a tray in a moment, else show the window."""
        self._patience.start()

    def close(self) -> None:
        """Wait no longer."""
        self._patience.stop()

    def _on_waited(self) -> None:
        if not self._desk.tray.stands:
            self._shell.show()

    def _on_sight(self, seen: bool) -> None:  # noqa: FBT001 - a signal hands it over so
        if seen:
            self._patience.stop()
            self._desk.pages.wake()
        else:
            self._desk.pages.rest()

    def _on_put_away(self) -> None:
        if self._preferences.kept(_TOLD):
            return
        self._preferences.keep(_TOLD, value=True)
        self._desk.tray.icon.showMessage(
            "Talktally",
            self._preferences.words.say(
                "Talktally goes on here in the tray. To end it, choose Quit in its menu."
            ),
            QSystemTrayIcon.MessageIcon.NoIcon,
        )
