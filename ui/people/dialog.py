"""The dialog that asks which of the people in the records is me."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.people.state import WhoState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.choice import ChoiceBox
from ui.widgets.labels import label


class WhoDialog(QDialog):
    """Asks for me; ``chosen`` carries a name."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, state: WhoState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = ChoiceBox(theme)
        self._people.addItems(state.people)
        self._people.setAccessibleName(state.title)
        self._people.setAccessibleDescription(state.reason)
        self._choose, self._cancel = button(main=True), button()
        self._choose.setText(state.choose)
        self._choose.setDefault(True)
        self._choose.clicked.connect(self._on_choose)
        self._cancel.setText(state.cancel)
        self._cancel.clicked.connect(self.reject)
        self._lay_out(state)

    def _lay_out(self, state: WhoState) -> None:
        self.setWindowTitle(state.title)
        self.setMinimumWidth(340)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(14)
        for role, ink, text in (
            (Role.PAGE_TITLE, "text", state.title),
            (Role.SMALL, "soft", state.reason),
        ):
            part = label(role, ink=ink, wrap=True)
            part.setText(text)
            column.addWidget(part)
        column.addWidget(self._people)
        column.addStretch(1)
        column.addLayout(row(1, self._cancel, self._choose))

    def _on_choose(self) -> None:
        self.chosen.emit(self._people.currentText())
        self.accept()
