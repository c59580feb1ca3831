"""The Accounts page: shows its state and passes on what people want."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accounts.card import AccountCard
from ui.accounts.card_state import CardState
from ui.accounts.company import CompanyCard
from ui.accounts.empty import EmptyCard
from ui.accounts.state import AccountsState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import GAP, row
from ui.widgets.form import ToldLine
from ui.widgets.labels import ElidedLabel
from ui.widgets.page import CardPage

#: Wider than this the page grows no more, in px.
_MOST = 900


class AccountsPage(CardPage):
    """The page.

    ``connect_asked`` carries a provider, "" for whichever; ``asked`` a connection's id and an
    ``Act``; ``identified`` a connection's id, a user's and a person, "" for me; ``other_asked`` a
    connection's id and a user's; ``company_asked`` what the company's side is asked for.
    """

    connect_asked = Signal(str)
    files_asked = Signal()
    asked = Signal(int, str)
    identified = Signal(int, str, str)
    other_asked = Signal(int, str)
    company_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(most=_MOST)
        self._theme = theme
        self._cards: dict[int, AccountCard] = {}
        self._ordered: tuple[int, ...] = ()
        self._asked_me = False
        self._title, self._connect = ElidedLabel(Role.PAGE_TITLE), button(main=True)
        self._asks = ToldLine(theme)
        self._empty, self._company = EmptyCard(theme), CompanyCard(theme)
        self._list = QVBoxLayout()
        self._lay_out()
        self._connect.clicked.connect(self._on_connect)
        self._empty.connect_asked.connect(self.connect_asked)
        self._empty.files_asked.connect(self.files_asked)
        self._company.asked.connect(self.company_asked)

    def card(self, connection_id: int) -> AccountCard:
        """Return the card of a connection; KeyError for one that is not shown."""
        return self._cards[connection_id]

    def show_state(self, state: AccountsState) -> None:
        """Show the page; cards of before stay where they are, with what was unfolded in them."""
        self._title.setText(state.title)
        self._title.show()
        self._connect.setText(state.connect)
        self._connect.setVisible(bool(state.connect))
        self._asks.tell(state.asks_me, "pool", Tone.PLAIN)
        self._empty.setVisible(state.empty is not None)
        if state.empty is not None:
            self._empty.show_state(state.empty)
        self._show_cards(state.cards)
        self._open_who(asked=bool(state.asks_me))
        self._company.show_state(state.company)
        self._company.show()

    def _show_cards(self, cards: tuple[CardState, ...]) -> None:
        for gone in set(self._cards) - {each.id for each in cards}:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for state in cards:
            if state.id not in self._cards:
                self._add(state.id)
            self._cards[state.id].show_state(state)
        self._order_keys()

    def _open_who(self, *, asked: bool) -> None:
        """Unfold who is who once the page asks for it; who folds it up again is left in peace."""
        if asked and not self._asked_me:
            for card in self._cards.values():
                card.open_people()
        self._asked_me = asked

    def _add(self, connection_id: int) -> None:
        card = self._cards[connection_id] = AccountCard(self._theme)
        card.asked.connect(self.asked)
        card.identified.connect(self.identified)
        card.other_asked.connect(self.other_asked)
        self._list.addWidget(card)

    def _order_keys(self) -> None:
        """Let Tab go down the page: cards are made after the company's, which stands below them."""
        parts = (*self._cards.values(), self._company)
        shown = tuple(self._cards)
        if shown == self._ordered:
            return
        self._ordered = shown
        stops = [stop for part in parts for stop in part.findChildren(QWidget)]
        for before, after in pairwise([self._connect, *filter(_is_stop, stops)]):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        column = self.column
        head = row(spacing=12)
        head.addWidget(self._title, 1)
        head.addWidget(self._connect)
        column.addLayout(head)
        self._list.setSpacing(GAP)
        column.addLayout(self.above)
        column.addWidget(self._asks)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addWidget(self._company)
        column.addStretch(1)
        for part in (self._title, self._connect, self._asks, self._empty, self._company):
            part.hide()  # until there is something to show

    def _on_connect(self) -> None:
        self.connect_asked.emit("")


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
