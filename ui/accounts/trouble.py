"""What is wrong with a connection, on a ground of its own, with the button that mends it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from ui.accounts.card_state import TroubleState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import label
from ui.widgets.marks import IconMark
from ui.widgets.turning import turn, turning

#: Narrower than this the button stands below the sentence, in px.
_WIDE = 440


class TroubleRow(QFrame):
    """Shows a trouble; ``asked`` carries what its button asks for, an ``Act``."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self._act = ""
        self._icon = IconMark(theme, size=20)
        self._text = label(Role.BODY, wrap=True)
        self._button = button()
        self._button.clicked.connect(self._on_pressed)
        line = row(self._icon, spacing=12)
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self._halves = turning(self, spacing=10)
        self._halves.setContentsMargins(12, 9, 10, 9)
        self._halves.addLayout(line, 1)
        self._halves.addLayout(row(1, self._button))
        self.hide()

    def show_state(self, state: TroubleState | None) -> None:
        """Show what is wrong, or nothing."""
        self.setVisible(state is not None)
        if state is None:
            return
        self._paint_tone(state.tone)
        self._icon.set_mark(state.mark, state.tone)
        self._text.setText(state.text)
        self._act = state.offer.act if state.offer is not None else ""
        self._button.setText(state.offer.text if state.offer is not None else "")
        self._button.setAccessibleDescription(state.text)
        self._button.setVisible(state.offer is not None)
        self.setAccessibleName(state.text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._halves, wide=event.size().width() >= _WIDE)

    def _paint_tone(self, tone: Tone) -> None:
        if self.property("tone") != str(tone):
            self.setProperty("tone", str(tone))
            self.style().unpolish(self)
            self.style().polish(self)

    def _on_pressed(self) -> None:
        self.asked.emit(self._act)
