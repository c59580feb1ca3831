"""The menu of one user: whom their calls and texts count for."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.accounts.people_state import UserChoice, UserMenu


class UserPersonMenu(QMenu):
    """Opens for one user; ``chosen`` carries a person, "" for me; ``other_asked``: none of them."""

    chosen = Signal(str)
    other_asked = Signal()

    def __init__(self, user: UserChoice, words: UserMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QActionGroup(self)
        self._add("", words.me, checked=user.is_me)
        self.addSeparator()
        for name, shown in words.persons:
            self._add(name, shown, checked=not user.is_me and name == user.person)
        self.addAction(words.other, self.other_asked.emit)

    def _add(self, person: str, text: str, *, checked: bool) -> None:
        action = QAction(text, self)
        action.setData(person)
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(self._on_chosen)
        self._group.addAction(action)
        self.addAction(action)

    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))
