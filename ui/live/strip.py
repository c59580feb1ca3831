"""The in-call strip: who, how long, what it has used and what comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.live.state import LiveState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card, row
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.marks import IconMark
from ui.widgets.turning import turn, turning

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
#: What the name must have beside the rest, or the strip has two lines, in px.
_WHO = 150
#: Narrower than this there is no icon: the words say the same, and a number needs the room.
_ICON_FROM = 400


class LiveStrip(Card):
    """Shows an open call; ``ended`` carries its id."""

    ended = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._call = ""
        self._icon = IconMark(theme, "phone")
        self._who = ElidedLabel(Role.STRONG)
        self._how = ElidedLabel(Role.SMALL, ink="soft")
        self._clock = label(Role.CLOCK)
        self._first, self._second = (label(Role.SMALL, ink="soft") for _ in range(2))
        self._sum = label(Role.STRONG)
        self._rule = label(Role.SMALL, ink="soft")
        self._told = (self._first, self._second, self._sum, self._rule)
        self._end = button()
        self._lines = turning()
        self._call_part, self._told_part = row(), row(spacing=16)
        self._end.clicked.connect(self._on_end)
        self._lay_out()

    def show_state(self, state: LiveState) -> None:
        """Show a call as it stands."""
        self._call = state.call
        self._icon.set_mark("phone", state.tone)
        texts = (
            (self._who, state.who),
            (self._how, state.how),
            (self._clock, state.clock),
            (self._first, state.first),
            (self._second, state.second),
            (self._sum, state.sum),
            (self._rule, state.rule),
        )
        for part, text in texts:
            part.setText(text)
        self._end.setText(state.end)
        self.setAccessibleName(state.spoken)
        self._turn()

    def _lay_out(self) -> None:
        for part in (self._sum, self._rule):
            part.setAlignment(_RIGHT)
        self._call_part.addWidget(self._icon)
        self._call_part.addWidget(_stack(self._who, self._how), 1)
        self._call_part.addWidget(self._clock)
        self._told_part.addWidget(_stack(self._first, self._second), 1)
        self._told_part.addWidget(_stack(self._sum, self._rule), 1)
        self._told_part.addWidget(self._end)
        self._lines.addLayout(self._call_part, 1)
        self._lines.addLayout(self._told_part)
        self.column.setContentsMargins(16, 9, 14, 9)
        self.column.addLayout(self._lines)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Stand in one line where all but a long name has room in it, else in two."""
        wide = self.width() >= self._room_of_one_line()
        for part in self._told:
            part.setWordWrap(not wide)
        turn(self._lines, wide=wide)
        self._lines.setSpacing(16 if wide else 4)
        self._call_part.setSpacing(16 if wide else 10)
        self._icon.setVisible(self.width() >= _ICON_FROM)
        self._move_end(self._told_part if wide else self._call_part)

    def _room_of_one_line(self) -> int:
        told = max(_length(part) for part in (self._first, self._second))
        told += max(_length(part) for part in (self._sum, self._rule))
        fixed = (self._icon, self._clock, self._end)
        return _WHO + told + sum(part.sizeHint().width() for part in fixed) + 6 * 16

    def _move_end(self, part: QHBoxLayout) -> None:
        """Let the button stand at the end of the only line, or of the first of two."""
        if part.indexOf(self._end) < 0:
            for old in (self._call_part, self._told_part):
                old.removeWidget(self._end)
            part.addWidget(self._end)

    def _on_end(self) -> None:
        self.ended.emit(self._call)


def _length(part: QLabel) -> int:
    return part.fontMetrics().horizontalAdvance(part.text()) + 2


def _stack(*parts: QWidget) -> QWidget:
    stack = QWidget()
    stack.setProperty("part", "clear")
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    for part in parts:
        column.addWidget(part)
    return stack
