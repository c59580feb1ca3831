"""Who is who, folded: the users of a connection, each with a menu to say whom they stand for."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accounts.people_state import PeopleState
from ui.accounts.user_menu import UserPersonMenu
from ui.theme.theme import Theme
from ui.widgets.fold import Fold
from ui.widgets.section import quiet
from ui.widgets.table import LinesTable

_MOST = 10


class PeopleFold(QWidget):
    """Shows the users; ``identified`` carries a user's id and a person, "" for me.

    ``other_asked`` carries the id of a user who is a person that is not in the menu.
    """

    identified = Signal(str, str)
    other_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._state: PeopleState | None = None
        self._user = ""
        self._about, self._table = quiet(), LinesTable(theme, most=_MOST)
        body = QWidget()
        body.setProperty("part", "clear")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.addWidget(self._about)
        inside.addWidget(self._table)
        self._fold = Fold(theme, body)
        self._table.menu_asked.connect(self._on_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fold)
        self.hide()

    def show_state(self, state: PeopleState | None) -> None:
        """Show the users, or nothing."""
        self._state = state
        self.setVisible(state is not None)
        if state is not None:
            self._fold.set_title(state.title)
            self._about.setText(state.about)
            self._table.show_state(state.table)

    def open(self) -> None:
        """Show the table."""
        self._fold.open()

    def _on_menu(self, key: str, place: QPoint) -> None:
        if self._state is None:
            return
        user = self._state.users[int(key)]
        self._user = user.external_id
        menu = UserPersonMenu(user, self._state.menu, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.chosen.connect(self._on_chosen)
        menu.other_asked.connect(self._on_other)
        menu.popup(place)

    def _on_chosen(self, person: str) -> None:
        self.identified.emit(self._user, person)

    def _on_other(self) -> None:
        self.other_asked.emit(self._user)
