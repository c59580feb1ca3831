"""The dialogs that ask: who is to be erased, and how long numbers are kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from ui.erasing.state import AskState, KeepState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.choice import ChoiceBox
from ui.widgets.labels import label

_WIDTH = 400
#: No number and no name of a contact is longer.
_LONGEST = 200


class ContactDialog(QDialog):
    """Asks for a contact; ``asked`` carries what was typed."""

    asked = Signal(str)

    def __init__(self, state: AskState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setMaxLength(_LONGEST)
        self._field.setPlaceholderText(state.field)
        self._field.setAccessibleName(state.field)
        self._field.setAccessibleDescription(state.reason)
        self._find, self._cancel = button(main=True), button()
        self._find.setText(state.find)
        self._find.setDefault(True)
        self._find.setEnabled(False)
        self._find.clicked.connect(self._on_find)
        self._field.textChanged.connect(self._on_typed)
        self._cancel.setText(state.cancel)
        self._cancel.clicked.connect(self.reject)
        column = _column(self, state.title, state.reason)
        column.addWidget(self._field)
        column.addStretch(1)
        column.addLayout(row(1, self._cancel, self._find))

    def _on_typed(self, text: str) -> None:
        self._find.setEnabled(bool(text.strip()))

    def _on_find(self) -> None:
        self.accept()
        self.asked.emit(self._field.text().strip())


class KeepDialog(QDialog):
    """Asks how long numbers are kept; ``chosen`` carries months, 0 for ever."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, state: KeepState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = ChoiceBox(theme)
        for months, name in state.choices:
            self._choice.addItem(name, months)
        self._choice.setCurrentIndex([each for each, _ in state.choices].index(state.chosen))
        self._choice.setAccessibleName(state.title)
        self._choice.setAccessibleDescription(state.reason)
        self._look, self._cancel = button(main=True), button()
        self._look.setText(state.look)
        self._look.setDefault(True)
        self._look.clicked.connect(self._on_look)
        self._cancel.setText(state.cancel)
        self._cancel.clicked.connect(self.reject)
        column = _column(self, state.title, state.reason)
        column.addWidget(self._choice)
        column.addStretch(1)
        column.addLayout(row(1, self._cancel, self._look))

    def _on_look(self) -> None:
        self.accept()
        self.chosen.emit(int(self._choice.currentData()))


def _column(dialog: QDialog, title: str, reason: str) -> QVBoxLayout:
    dialog.setWindowTitle(title)
    dialog.setMinimumWidth(_WIDTH)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 18, 20, 18)
    column.setSpacing(14)
    for role, ink, text in ((Role.PAGE_TITLE, "text", title), (Role.SMALL, "soft", reason)):
        part = label(role, ink=ink, wrap=True)
        part.setText(text)
        column.addWidget(part)
    return column
