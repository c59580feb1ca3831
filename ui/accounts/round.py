"""The line of a round that runs: how far it is, a bar, and the button that stops it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.accounts.round_state import RoundState
from ui.text.cycle import WHOLE
from ui.theme.fonts import Role
from ui.theme.motion import end_of_unknown
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import label
from ui.widgets.marks import IconMark


class RoundRow(QWidget):
    """Shows a round; ``stopped``: a person wants it to end."""

    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._icon = IconMark(theme, "clock", size=16)
        self._text = label(Role.SMALL, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = button()
        self._stop.clicked.connect(self.stopped)
        words = row(self._icon, spacing=7)
        words.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._text, 1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(words)
        column.addWidget(self._bar)
        line = row(spacing=14)
        line.addLayout(column, 1)
        line.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.hide()

    @property
    def is_stop_focused(self) -> bool:
        """Whether the keyboard is at the button that stops."""
        return self._stop.hasFocus()

    def focus_stop(self) -> None:
        """Hand the keyboard to the button that stops."""
        self._stop.setFocus()

    def show_state(self, state: RoundState | None) -> None:
        """Show a round, or nothing."""
        self.setVisible(state is not None)
        if state is None:
            return
        self._icon.set_mark("clock" if state.waits else "", Tone.NEAR)
        self._icon.setVisible(state.waits)
        self._text.setText(state.text)
        self._bar.setVisible(state.filled is not None or not state.waits)
        self._bar.setRange(0, end_of_unknown() if state.filled is None else WHOLE)
        self._bar.setValue(state.filled or 0)
        self._bar.setAccessibleName(state.text)
        self._stop.setText(state.stop)
        self._stop.setAccessibleDescription(state.text)
        self._stop.setVisible(bool(state.stop))
