"""The menu of one person: their licence, their link, and their calls and texts."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.plan_page.people_state import PeopleMenu, PersonChoice


class PersonMenu(QMenu):
    """Opens for one person; ``linked`` carries their name and what to mark, ``licensed`` their id.

    ``entries_asked`` carries the agent whose entries are wanted.
    """

    linked = Signal(str, bool)
    licensed = Signal(str, str)
    entries_asked = Signal(str)

    def __init__(self, person: PersonChoice, words: PeopleMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._person = person
        if words.link:
            self.addAction(words.unlink if person.linked else words.link, self._on_link)
        self._add_licences(words)
        if person.entries:
            self.addSeparator()
            self.addAction(words.entries, self._on_entries)

    def _add_licences(self, words: PeopleMenu) -> None:
        menu = self.addMenu(words.licence)
        group = QActionGroup(menu)
        for licence, text in words.licences:
            action = QAction(text, menu)
            action.setData(licence.value)
            action.setCheckable(True)
            action.setChecked(licence is self._person.licence)
            action.triggered.connect(self._on_licence)
            group.addAction(action)
            menu.addAction(action)

    def _on_link(self) -> None:
        self.linked.emit(self._person.name, not self._person.linked)

    def _on_licence(self) -> None:
        action: QObject = self.sender()
        if isinstance(action, QAction):
            self.licensed.emit(self._person.id, str(action.data()))

    def _on_entries(self) -> None:
        self.entries_asked.emit(self._person.entries)
