"""The banner slot as a widget: one banner with its buttons, and chips for those that queue."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.banners.chips import BannerChips
from ui.banners.state import BannersState, BannerState, bring, fold
from ui.text.phrase import strong
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import PhraseLabel
from ui.widgets.marks import IconMark
from ui.widgets.turning import turn, turning

#: Narrower than this the buttons stand below the sentence, in px.
_WIDE = 560


class Snooze(NamedTuple):
    """A banner that should be quiet until an instant (microseconds since 1970)."""

    kind: str
    meter: str
    until: int


class Banners(QWidget):
    """Shows the slot and says what a person wants of it.

    ``why_asked`` carries a meter's id, ``snoozed`` a :class:`Snooze`, ``folded`` and ``unfolded``
    the kind of a billing banner; ``sign_in_asked`` wants a new sign-in at the plan server.
    """

    why_asked = Signal(str)
    snoozed = Signal(object)
    folded = Signal(str)
    unfolded = Signal(str)
    sign_in_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state = BannersState()
        self._frame = BannerFrame(theme)
        self._chips = BannerChips(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._frame)
        column.addWidget(self._chips)
        self._frame.why.clicked.connect(self._ask_why)
        self._frame.fold.clicked.connect(self._fold)
        self._frame.sign_in.clicked.connect(self.sign_in_asked)
        self._frame.snooze_chosen.connect(self._snooze)
        self._chips.chosen.connect(self._bring)

    def show_state(self, state: BannersState) -> None:
        """Show the banners of a state; the slot takes no room while there are none."""
        self._state = state
        standing = state.standing
        self._frame.setVisible(standing is not None)
        if standing is not None:
            self._frame.show_state(standing)
        self._chips.show_chips(state.chips, state.open_chip)
        self.setVisible(bool(state.banners))

    def _ask_why(self) -> None:
        if self._state.standing is not None:
            self.why_asked.emit(self._state.standing.meter)

    def _fold(self) -> None:
        if (standing := self._state.standing) is not None:
            self.show_state(fold(self._state, standing.kind))
            self.folded.emit(standing.kind)

    def _snooze(self, until: object) -> None:
        if (standing := self._state.standing) is not None and isinstance(until, int):
            self.snoozed.emit(Snooze(standing.kind, standing.meter, until))

    def _bring(self, kind: str, meter: str) -> None:
        self.show_state(bring(self._state, kind, meter))
        self.unfolded.emit(kind)


class BannerFrame(QFrame):
    """One banner: icon, sentence and buttons; ``snooze_chosen`` carries the instant."""

    snooze_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self._said = ("", "")
        self._icon = IconMark(theme, size=22)
        self._text = PhraseLabel(Role.BODY)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.why = button()
        self.later = button()
        self.fold = button()
        self.sign_in = button()
        self._menu = QMenu(self.later)
        self.later.setMenu(self._menu)
        self._menu.triggered.connect(self._choose)
        self._lay_out()

    def show_state(self, state: BannerState) -> None:
        """Show a banner."""
        self._paint_tone(state.tone)
        self._icon.set_mark(state.mark, state.tone)
        self._text.set_phrase(f"{strong(state.headline)} {state.detail}")
        self._say(state)
        for part, text in (
            (self.why, state.why),
            (self.fold, state.fold),
            (self.sign_in, state.sign_in),
        ):
            _set_button(part, text)
        _set_button(self.later, f"{state.later} ▾" if state.later else "")
        self.later.setAccessibleName(state.later)
        self._menu.clear()
        for choice in state.snoozes:
            self._menu.addAction(choice.label).setData(choice.until)

    def _say(self, state: BannerState) -> None:
        """Name the banner, and announce another one; not each figure in it that changes."""
        self.setAccessibleName(f"{state.headline} {state.detail}")
        if (state.kind, state.meter) != self._said:
            self._said = (state.kind, state.meter)
            announce(self, self.accessibleName())

    def _lay_out(self) -> None:
        line = row(self._icon, spacing=14)
        line.addWidget(self._text, 1)
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        self._halves = turning(self, spacing=10)
        self._halves.setContentsMargins(16, 11, 14, 11)
        self._halves.addLayout(line, 1)
        self._halves.addLayout(row(1, self.why, self.later, self.fold, self.sign_in))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._halves, wide=event.size().width() >= _WIDE)

    def _paint_tone(self, tone: Tone) -> None:
        if self.property("tone") != str(tone):
            self.setProperty("tone", str(tone))
            self.style().unpolish(self)
            self.style().polish(self)

    def _choose(self, action: QAction) -> None:
        self.snooze_chosen.emit(action.data())


def _set_button(part: QPushButton, text: str) -> None:
    part.setText(text)
    part.setVisible(bool(text))
