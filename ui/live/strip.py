"""The in-call strip: who, how long, what it has used and what comes next."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.live.state import LiveState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.bar import BarMeter
from ui.widgets.buttons import button
from ui.widgets.card import Card, row
from ui.widgets.labels import ElidedLabel, label, set_text
from ui.widgets.marks import IconMark
from ui.widgets.ticking import TickingLabel
from ui.widgets.turning import turn, turning

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
#: What the name must have beside the rest, or the strip has two lines, in px.
_WHO, _SHORT_WHO = 200, 130
#: What the bar must have beside the words, or it is left out: they say the same.
_BAR = 40
#: Narrower than this there is no icon: the words say the same, and a number needs the room.
_ICON_FROM = 400
_GAP = 16
#: Its margins, in px.
_SIDES = 30


class Stands(NamedTuple):
    """How the parts stand; ``tight``: words wrap, ``ends_above``: the button is in line one."""

    wide: bool
    tight: bool
    icon: bool
    ends_above: bool
    bar: bool


class LiveStrip(Card):
    """Shows an open call; ``ended`` carries its id.

    ``bare``: without a frame of its own, for where a window is the frame.
    """

    ended = Signal(str)

    def __init__(self, theme: Theme, *, bare: bool = False) -> None:
        super().__init__()
        if bare:
            self.setProperty("part", "clear")
        self._state: LiveState | None = None
        self._stands: Stands | None = None
        self._icon = IconMark(theme, "phone")
        self._who = ElidedLabel(Role.STRONG)
        self._how = ElidedLabel(Role.SMALL, ink="soft")
        self._clock, self._first = TickingLabel(Role.CLOCK), TickingLabel(Role.SMALL, ink="soft")
        self._second = label(Role.SMALL, ink="soft")
        self._bar = BarMeter(theme)
        self._sum = label(Role.STRONG)
        self._rule = label(Role.SMALL, ink="soft")
        self._end = button()
        self._lines = turning()
        self._so_far = QVBoxLayout()
        self._call_part, self._told_part = row(), row(spacing=_GAP)
        self._end.clicked.connect(self._on_end)
        self._lay_out()

    def show_state(self, state: LiveState) -> None:
        """Show a call as it stands; meant to be asked each second, when little differs."""
        before, self._state = self._state, state
        if state == before:
            return
        if before is None or _without_seconds(before) != _without_seconds(state):
            self._show_words(state)
        else:
            self._clock.show_text(state.clock)
            self._first.show_text(state.first)
        self.setAccessibleName(state.spoken)

    def fit(self) -> None:
        """Stand as the width wants it that the strip has by now."""
        self._turn()

    def _show_words(self, state: LiveState) -> None:
        self._icon.set_mark("phone", state.tone)
        self._who.setText(state.who)
        self._how.set_text(state.how, state.shorter)
        self._how.setVisible(bool(state.how))
        self._clock.show_text(state.clock)
        self._first.show_text(state.first)
        for part, text in (
            (self._second, state.second),
            (self._sum, state.sum),
            (self._rule, state.rule),
        ):
            set_text(part, text)
        bar = state.bar
        if bar is not None:
            self._bar.show_bar(bar.used, None, state.tone, bar.spoken, more=bar.live)
        self._end.setText(state.end)
        self._end.setVisible(bool(state.end))
        self._end.setAccessibleDescription(state.who)
        self._turn()

    def _lay_out(self) -> None:
        for part in (self._sum, self._rule):
            part.setAlignment(_RIGHT)
        self._call_part.addWidget(self._icon)
        self._call_part.addWidget(_stack(self._who, self._how), 1)
        self._call_part.addWidget(self._clock)
        self._so_far.setSpacing(1)
        self._so_far.addWidget(self._first)
        self._told_part.addLayout(self._so_far)
        self._told_part.addWidget(self._bar, 1)
        self._told_part.addWidget(_stack(self._sum, self._rule))
        self._told_part.addWidget(self._end)
        self._told_part.insertStretch(2)
        self._so_far.addWidget(self._second)
        self._lines.addLayout(self._call_part, 1)
        self._lines.addLayout(self._told_part, 1)
        self.column.setContentsMargins(16, 9, 14, 9)
        self.column.addLayout(self._lines)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._turn()

    def _turn(self) -> None:
        """Stand in one line where all but a long name has room in it, else in several."""
        spare = self.width() - self._room_of_one_line()
        wide = spare >= 0
        left = self.width() - self._words_wide() - _SIDES
        has_bar = self._state is not None and self._state.bar is not None
        stands = Stands(
            wide=wide,
            tight=not wide and left < _GAP,
            icon=self.width() >= _ICON_FROM,
            ends_above=not wide and self._has_room_for_end(),
            bar=has_bar and (spare if wide else left) >= _BAR + 2 * _GAP,
        )
        # Every change asks for a layout, which asks here again.
        if stands != self._stands:
            self._stands = stands
            self._arrange(stands)

    def _arrange(self, stands: Stands) -> None:
        wide = stands.wide
        for part in (self._first, self._rule, self._sum):
            part.setWordWrap(stands.tight)
        self._second.setWordWrap(not wide)
        turn(self._lines, wide=wide)
        self._lines.setSpacing(_GAP if wide else 4)
        self._call_part.setSpacing(_GAP if wide else 10)
        self._icon.setVisible(stands.icon)
        _move(self._second, self._so_far if wide else self._lines)
        below = self._call_part if stands.ends_above else self._lines
        _move(self._end, self._told_part if wide else below)
        self._bar.setVisible(stands.bar)

    def _room_of_one_line(self) -> int:
        fixed = (self._icon, self._clock, *([self._end] if self._ends() else []))
        beyond = max(0, _length(self._second) - _length(self._first))
        words = self._words_wide() + beyond
        return _WHO + words + sum(part.sizeHint().width() for part in fixed) + 6 * _GAP

    def _words_wide(self) -> int:
        return _length(self._first) + max(_length(part) for part in (self._sum, self._rule))

    def _has_room_for_end(self) -> bool:
        """Tell whether the button and a short name stand in the first of several lines."""
        beside = self._clock.sizeHint().width() + self._end.sizeHint().width()
        return self.width() - beside >= _SHORT_WHO

    def _ends(self) -> bool:
        return self._state is not None and bool(self._state.end)

    def _on_end(self) -> None:
        if self._state is not None:
            self.ended.emit(self._state.call)


def _without_seconds(state: LiveState) -> LiveState:
    """Return what a second does not change; a clock that gets longer needs room."""
    clock, first = "0" * len(state.clock), "0" * len(state.first)
    return replace(state, clock=clock, first=first, spoken="")


def _move(part: QWidget, to: QBoxLayout) -> None:
    """Let a part stand at the end of another line."""
    if to.indexOf(part) >= 0:
        return
    whole = part.parentWidget()
    for line in whole.findChildren(QBoxLayout) if whole is not None else ():
        line.removeWidget(part)
    to.addWidget(part)


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
