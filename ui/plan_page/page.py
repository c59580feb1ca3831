"""The plan page: shows its state and passes on what people want."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.plan_page.allowance import AllowanceCard
from ui.plan_page.company import CompanyHeader
from ui.plan_page.connect import ConnectCard
from ui.plan_page.contract import ContractCard
from ui.plan_page.destinations import DestinationsCard
from ui.plan_page.empty import EmptyCard
from ui.plan_page.head import PlanHead
from ui.plan_page.news import NewsRow
from ui.plan_page.people import PeopleCard
from ui.plan_page.pool import PoolCard
from ui.plan_page.state import PlanPageState
from ui.theme.theme import Theme
from ui.widgets.columns import Columns
from ui.widgets.labels import set_text
from ui.widgets.page import CardPage
from ui.widgets.section import TableSection, quiet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

#: Wider than this the page grows no more, in px.
_MOST = 1180
#: So many changes of plan are told at once, and there are so many lines of plans.
_NEWS, _LINES = 3, 2


class PlanPage(CardPage):
    """The page.

    ``edit_asked`` carries "plan", "seats", "profile" or "contract"; ``link_asked`` a person and
    whether to mark them as linked; ``licence_asked`` a member or name and a licence's value;
    ``source_opened`` an address; ``news_put_away`` the ids of news; ``entry_list_asked`` an
    agent whose entries are wanted. ``connect_page_opened``: HubSpot's settings, whose address is
    :data:`ui.plan_page.connect_state.CONNECT_PAGE`, are to open in the browser.
    """

    edit_asked = Signal(str)
    what_if_asked = Signal()
    invite_asked = Signal()
    access_asked = Signal()
    join_asked = Signal()
    sync_asked = Signal()
    link_asked = Signal(str, bool)
    licence_asked = Signal(str, str)
    connect_page_opened = Signal()
    source_opened = Signal(str)
    news_put_away = Signal(object)
    entry_list_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(most=_MOST)
        self._head = PlanHead(theme)
        self._news = tuple(NewsRow(theme) for _ in range(_NEWS))
        self._company = CompanyHeader(theme)
        self._why = quiet()
        self._empty = EmptyCard()
        self._plans = tuple(AllowanceCard(theme) for _ in range(_LINES))
        self._pool, self._contract = PoolCard(theme), ContractCard(theme)
        self._destinations, self._connect = DestinationsCard(theme), ConnectCard(theme)
        self._people = PeopleCard(theme)
        self._history = TableSection(theme, most=10)
        self._top = Columns(least=400, shares=(1, 1))
        self._middle = Columns(least=400, shares=(3, 2))
        self._lower = Columns(least=400, shares=(3, 2))
        self._lay_out()
        self._connect_parts()

    def show_state(self, state: PlanPageState) -> None:
        """Show the page."""
        self._head.show()
        self._head.show_state(state.head)
        for index, row in enumerate(self._news):
            row.show_state(state.news[index] if index < len(state.news) else None)
        self._company.show_state(state.company)
        set_text(self._why, state.why)
        self._empty.setVisible(state.empty is not None)
        if state.empty is not None:
            self._empty.show_state(state.empty)
        self._show_plans(state)
        self._show_middle(state)
        less = state.pool.less if state.pool is not None else ""
        self._people.show_state(state.people, state.ways, less)
        self._history.setVisible(state.history is not None)
        if state.history is not None:
            self._history.show_head(state.history.title)
            self._history.show_table(state.history.table)

    def _show_plans(self, state: PlanPageState) -> None:
        shown = []
        for index, card in enumerate(self._plans):
            there = index < len(state.allowances)
            card.setVisible(there)
            if there:
                card.show_state(state.allowances[index])
                shown.append(card)
        self._top.set_widgets(*shown)

    def _show_middle(self, state: PlanPageState) -> None:
        """The pool beside the destinations, and below them Twilio Connect beside the contract."""
        for half, pairs in (
            (self._middle, ((self._pool, state.pool), (self._destinations, state.destinations))),
            (self._lower, ((self._connect, state.connect), (self._contract, state.contract))),
        ):
            shown: list[QWidget] = []
            for card, part in pairs:
                card.setVisible(part is not None)
                if part is not None:
                    card.show_state(part)  # type: ignore[arg-type]  # each with its own state
                    shown.append(card)
            half.set_widgets(*shown)

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(self._head)
        column.addLayout(self.above)
        for row in self._news:
            column.addWidget(row)
        for columns, cards in (
            (self._top, self._plans),
            (self._middle, (self._pool, self._destinations)),
            (self._lower, (self._connect, self._contract)),
        ):
            for card in cards:
                card.setParent(columns)  # or one that is not on the page would be a window
        parts = (self._company, self._why, self._empty, self._top, self._middle, self._lower)
        for part in (*parts, self._people, self._history):
            column.addWidget(part)
            part.hide()  # until there is something to show
        self._head.hide()
        column.addStretch(1)

    def _connect_parts(self) -> None:
        self._head.sync_asked.connect(self.sync_asked)
        self._head.sign_in_asked.connect(self.join_asked)
        for row in self._news:
            row.put_away.connect(self.news_put_away)
        for card in self._plans:
            card.source_opened.connect(self.source_opened)
        for part, key in (
            (self._company, "profile"),
            (self._pool, "seats"),
            (self._destinations, "profile"),
            (self._contract, "contract"),
        ):
            part.setObjectName(key)
            part.edit_asked.connect(self._on_edit)
        self._connect.page_opened.connect(self.connect_page_opened)
        self._connect.link_asked.connect(self.link_asked)
        self._connect_people()

    def _connect_people(self) -> None:
        self._people.way_asked.connect(self._on_way)
        self._people.link_asked.connect(self.link_asked)
        self._people.licence_asked.connect(self.licence_asked)
        self._people.entries_asked.connect(self.entry_list_asked)
        self._empty.choose_asked.connect(self._on_choose)
        self._empty.join_asked.connect(self.join_asked)

    def _on_edit(self) -> None:
        self.edit_asked.emit(self.sender().objectName())

    def _on_choose(self) -> None:
        self.edit_asked.emit("plan")

    def _on_way(self, key: str) -> None:
        if key == "edit":
            self.edit_asked.emit("plan")
            return
        asked = {
            "what_if": self.what_if_asked,
            "invite": self.invite_asked,
            "access": self.access_asked,
            "join": self.join_asked,
        }
        asked[key].emit()
