"""A row that tells something, with what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy
from typing_extensions import override

from ui.text.phrase import strong
from ui.theme.fonts import Role, text_percent
from ui.theme.theme import Theme
from ui.widgets.acting_row_state import ActingRowState
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import PhraseLabel
from ui.widgets.marks import IconMark
from ui.widgets.turning import turn, turning

#: Narrower than this the buttons stand below the sentence, in px at 100 % text.
_WIDE = 620


class ActingRow(QFrame):
    """One row; ``asked`` carries what it is about and the key of a button."""

    asked = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self._about = ""
        self._keys: list[str] = []
        self._buttons: list[QPushButton] = []
        self._icon = IconMark(theme, size=20)
        self._text = PhraseLabel(Role.BODY)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = row(self._icon, spacing=12)
        line.addWidget(self._text, 1)
        self._acts = row(1)
        self._halves = turning(self, spacing=10)
        self._halves.setContentsMargins(16, 10, 12, 10)
        self._halves.addLayout(line, 1)
        self._halves.addLayout(self._acts)
        self.hide()

    def show_state(self, state: ActingRowState | None) -> None:
        """Show what it tells, or hide the row."""
        self.setVisible(state is not None)
        if state is None:
            return
        self._about = state.about
        self.setProperty("tone", str(state.tone))
        self.style().polish(self)  # which reads the tone
        self._icon.set_mark(state.mark, state.tone)
        self._text.set_phrase(f"{strong(state.headline)} {state.detail}")
        self.setAccessibleName(f"{state.headline} {state.detail}")
        self._show_acts(state)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Set the buttons beside the sentence, else below it, else below one another."""
        wide = self.width() >= _WIDE * text_percent() // 100
        shown = [each.sizeHint().width() for each in self._buttons if not each.isHidden()]
        sides = self._halves.contentsMargins()
        room = self.width() - sides.left() - sides.right()
        turn(self._halves, wide=wide)
        turn(self._acts, wide=wide or sum(shown) + self._acts.spacing() * len(shown) <= room)

    def _show_acts(self, state: ActingRowState) -> None:
        while len(self._buttons) < len(state.acts):
            self._buttons.append(self._made(len(self._buttons)))
            self._acts.addWidget(self._buttons[-1])
        self._keys = [key for key, _ in state.acts]
        for place, each in enumerate(self._buttons):
            each.setVisible(place < len(state.acts))
            if place < len(state.acts):
                each.setText(state.acts[place][1])
                each.setAccessibleDescription(state.headline)
        self._turn()

    def _made(self, place: int) -> QPushButton:
        made = button()
        made.clicked.connect(lambda: self._press(place))
        return made

    def _press(self, place: int) -> None:
        self.asked.emit(self._about, self._keys[place])
