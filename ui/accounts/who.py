"""The part of a dialog that asks which of the users of a provider one is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accounts.connect_state import WhoState
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field


class WhoPart(QWidget):
    """Asks; ``chosen`` carries the id of a user."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, state: WhoState) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._users = ChoiceBox(theme)
        for external_id, name in state.users:
            self._users.addItem(name, external_id)
        self._choose = button(main=True)
        self._choose.setText(state.choose)
        self._choose.clicked.connect(self._on_choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(state.question, self._users))
        column.addLayout(row(self._choose, 1))

    def _on_choose(self) -> None:
        self._choose.setEnabled(False)
        self.chosen.emit(str(self._users.currentData()))
