"""The card of Twilio Connect: what it came to, by person, and how to link an account."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.plan_page.connect_state import ConnectState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.flow import Flow
from ui.widgets.labels import PhraseLabel, set_text
from ui.widgets.link import LinkButton
from ui.widgets.section import Section, quiet
from ui.widgets.steps import StepList
from ui.widgets.table import LinesTable

#: So many people are shown without being asked for.
_FEW = 6


class ConnectCard(Section):
    """Shows the section.

    ``page_opened``: HubSpot's settings are wanted; ``link_asked`` carries a person and whether
    they are to be marked as linked.
    """

    page_opened = Signal()
    link_asked = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tables=True)
        self._state: ConnectState | None = None
        self._fresh = True
        self._sum = PhraseLabel(Role.BODY, ink="text")
        self._sum.setWordWrap(True)
        self._remark = quiet()
        self._people = LinkButton(theme, folds=True)
        self._how = LinkButton(theme, folds=True)
        self._mark = LinkButton(theme)
        self._table = LinesTable(theme, most=10)
        self._steps = StepList()
        self._open = button()
        self._guide = QWidget()
        self._lay_out()
        self._connect_parts()

    def show_state(self, state: ConnectState) -> None:
        """Show the section; what was unfolded stays so."""
        self._state = state
        self.show_head(state.title)
        self._sum.set_phrase(state.sum)
        set_text(self._remark, state.note)
        self._people.set_name(state.by_person)
        if self._fresh and state.table is not None:
            self._fresh = False
            self._people.setChecked(len(state.table.lines) <= _FEW)
        self._how.set_name(state.steps_title)
        self._mark.set_name(state.mark)
        self._steps.show_steps(state.steps)
        self._open.setText(state.open_page)
        if state.table is not None:
            self._table.show_state(state.table)
        self._fold()

    def _lay_out(self) -> None:
        links = Flow()
        for link in (self._people, self._how, self._mark):
            links.addWidget(link)
        self._guide.setProperty("part", "clear")
        guide = QVBoxLayout(self._guide)
        guide.setContentsMargins(0, 0, 0, 0)
        guide.addWidget(self._steps)
        guide.addLayout(row(self._open, 1))
        self.add_words(self._sum, self._remark)
        self.add_inset(links)
        self.column.addWidget(self._table)
        self.add_words(self._guide)
        self.column.addStretch(1)

    def _connect_parts(self) -> None:
        self._people.toggled.connect(self._fold)
        self._how.toggled.connect(self._fold)
        self._open.clicked.connect(self.page_opened)
        self._mark.clicked.connect(self._on_mark)

    def _fold(self) -> None:
        has_people = self._state is not None and self._state.table is not None
        self._table.setVisible(has_people and self._people.isChecked())
        self._guide.setVisible(self._how.isChecked())

    def _on_mark(self) -> None:
        if self._state is not None:
            self.link_asked.emit(self._state.person, self._state.linked)
