"""Calls whose end was estimated, corrected: the dialog that asks for the length, connected."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.beat import Beat
from app.domain.call_report import UnsureEnd
from ui.desk.live.desk import LiveDesk
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.softphones.length import LengthDialog
    from ui.softphones.length_state import LengthRead


class Lengths(QObject):
    """Asks how long a call was, and keeps it."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        preferences: Preferences,
        live: LiveDesk,
        look: Callable[[], Beat],
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._preferences = window, theme, preferences
        self._live, self._look = live, look
        self._dialog: LengthDialog | None = None

    def ask(self, end: UnsureEnd) -> None:
        """Open the dialog for a call."""
        if self._dialog is not None:
            return
        # Here because most windows never ask for a length.
        from ui.softphones.length import LengthDialog
        from ui.softphones.length_state import length_state

        words, zone = self._preferences.words, self._preferences.machine_zone
        state = length_state(words, end, self._look().wall, zone)
        dialog = self._dialog = LengthDialog(self._theme, state, self._window)
        dialog.edited.connect(lambda text: dialog.show_read(self._read(end, text)))
        dialog.chosen.connect(lambda text: self._keep(end, text))
        dialog.finished.connect(self._on_finished)
        dialog.show_read(self._read(end, dialog.text))
        dialog.open()

    def _read(self, end: UnsureEnd, text: str) -> "LengthRead":
        # Here for the same reason.
        from ui.softphones.length_state import read_length

        return read_length(self._preferences.words, end, text, self._look().wall)

    def _keep(self, end: UnsureEnd, text: str) -> None:
        talk_us = self._read(end, text).talk_us
        if talk_us is not None:
            self._live.settle(end.entry, talk_us)

    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
