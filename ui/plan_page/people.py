"""The card of the people, with a menu for each line, and below it what an owner can do."""

from PySide6.QtCore import QPoint, Signal

from ui.plan_page.people_state import PeopleState
from ui.plan_page.person_menu import PersonMenu
from ui.plan_page.state import WaysState
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.labels import set_text
from ui.widgets.section import TableSection, quiet
from ui.widgets.table_state import TableState

_WAYS = ("what_if", "edit", "invite", "access", "join")


class PeopleCard(TableSection):
    """Shows the people; ``way_asked`` carries the key of a button, a field of :class:`WaysState`.

    ``link_asked`` carries a name and whether to mark them as linked, ``licence_asked`` a member or
    name and a licence, ``entries_asked`` an agent.
    """

    way_asked = Signal(str)
    link_asked = Signal(str, bool)
    licence_asked = Signal(str, str)
    entries_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._state: PeopleState | None = None
        self._less = quiet()
        self._buttons = {key: button() for key in _WAYS}
        ways = Flow()
        for key, pressed in self._buttons.items():
            pressed.setObjectName(key)
            pressed.clicked.connect(self._on_way)
            ways.addWidget(pressed)
        self.column.addSpacing(6)
        self.add_inset(ways)
        self.add_words(self._less)
        self.table.menu_asked.connect(self._on_menu)

    def show_state(self, state: PeopleState | None, ways: WaysState, less: str) -> None:
        """Show the people, and the buttons that are offered."""
        self._state = state
        self.show_head(state.title if state else "", note=state.note if state else "")
        self.show_table(state.table if state else TableState(""))
        for key, pressed in self._buttons.items():
            name = str(getattr(ways, key))
            pressed.setText(name)
            pressed.setVisible(bool(name))
        set_text(self._less, less)
        self.setVisible(state is not None or ways != WaysState())

    def _on_way(self) -> None:
        self.way_asked.emit(self.sender().objectName())

    def _on_menu(self, key: str, place: QPoint) -> None:
        if self._state is None:
            return
        menu = PersonMenu(self._state.people[int(key)], self._state.menu, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.linked.connect(self.link_asked)
        menu.licensed.connect(self.licence_asked)
        menu.entries_asked.connect(self.entries_asked)
        menu.popup(place)
