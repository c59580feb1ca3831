"""The card of one connection."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from ui.accounts.acts import Act
from ui.accounts.card_state import CardState
from ui.accounts.offers import OfferButtons
from ui.accounts.people import PeopleFold
from ui.accounts.round import RoundRow
from ui.accounts.trouble import TroubleRow
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.card import Card, row
from ui.widgets.chip import Chip
from ui.widgets.fold import Fold
from ui.widgets.form import ToldLine
from ui.widgets.labels import ElidedLabel, label, set_text
from ui.widgets.section import quiet
from ui.widgets.turning import turn, turning

#: Narrower than this the times stand below the name, in px.
_WIDE = 560
_LEAST = 60


class AccountCard(Card):
    """Shows one connection.

    ``asked`` carries its id and an ``Act``; ``identified`` its id, a user's and a person, "" for
    me; ``other_asked`` its id and that of a user whose person is not in the menu.
    """

    asked = Signal(int, str)
    identified = Signal(int, str, str)
    other_asked = Signal(int, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._id = 0
        self._shown: CardState | None = None
        self._title, self._chip = ElidedLabel(Role.HEADLINE), Chip(theme)
        self._times = quiet()
        self._account, self._reads = quiet(), label(Role.BODY, wrap=True)
        self._trouble, self._round = TroubleRow(theme), RoundRow(theme)
        self._lacking, self._notes = ToldLine(theme), quiet()
        self._people = PeopleFold(theme)
        self._refused_lines = quiet()
        self._refused = Fold(theme, self._refused_lines)
        self._offers = OfferButtons()
        self._head = turning(spacing=8)
        self._lay_out()
        self._connect_parts()

    def show_state(self, state: CardState) -> None:
        """Show the connection; the same state again changes nothing."""
        if state == self._shown:
            return
        self._shown, self._id = state, state.id
        self.setAccessibleName(state.spoken)
        self._title.setText(state.title)
        self._chip.show_chip(state.health.text, state.health.tone, state.health.mark)
        for part, text in (
            (self._times, state.times),
            (self._account, state.account),
            (self._reads, "\n".join(state.reads)),
            (self._notes, "\n".join(state.notes)),
        ):
            set_text(part, text)
        synced, stopped = self._offers.is_sync_focused, self._round.is_stop_focused
        self._round.show_state(state.round)
        if synced and state.round is not None:
            # A button that goes hands the keyboard to the next one: there the same key would pause.
            self._round.focus_stop()
        self._trouble.show_state(state.trouble if state.round is None else None)
        self._lacking.tell(state.lacking, "key", Tone.NEAR)
        self._people.show_state(state.people)
        self._refused.setVisible(state.refused is not None)
        if state.refused is not None:
            self._refused.set_title(state.refused.title)
            self._refused_lines.setText("\n".join(state.refused.lines))
        self._offers.show_state(state)
        if stopped and not (state.round is not None and state.round.stop):
            self._offers.focus_first()

    def open_people(self) -> None:
        """Show who is who."""
        self._people.open()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        turn(self._head, wide=wide)
        side = Qt.AlignmentFlag.AlignRight if wide else Qt.AlignmentFlag.AlignLeft
        self._times.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self) -> None:
        name = row(self._title, self._chip, 1, spacing=10)
        self._head.addLayout(name)
        self._head.addWidget(self._times, 1)
        column = self.column
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(7)
        column.addLayout(self._head)
        for part in (self._account, self._reads, self._trouble, self._round):
            column.addWidget(part)
        column.addWidget(self._lacking)
        column.addWidget(self._notes)
        for part in (self._account, self._reads, self._notes, self._refused_lines):
            part.setMinimumWidth(_LEAST)  # or one long word would make the page wider
        for fold in (self._people, self._refused):
            column.addWidget(fold)
        column.addSpacing(4)
        column.addWidget(self._offers)

    def _connect_parts(self) -> None:
        self._trouble.asked.connect(self._on_asked)
        self._offers.asked.connect(self._on_asked)
        self._round.stopped.connect(self._on_stopped)
        self._people.identified.connect(self._on_identified)
        self._people.other_asked.connect(self._on_other)

    def _on_asked(self, act: str) -> None:
        self.asked.emit(self._id, act)

    def _on_stopped(self) -> None:
        self.asked.emit(self._id, Act.STOP)

    def _on_identified(self, user: str, person: str) -> None:
        self.identified.emit(self._id, user, person)

    def _on_other(self, user: str) -> None:
        self.other_asked.emit(self._id, user)
