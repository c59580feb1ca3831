"""The dialog that asks for one name: of a connection, or of a person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.accounts.dialog_states import NameState
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.field import Field
from ui.widgets.form import FormDialog

_LONGEST = 80


class NameDialog(FormDialog):
    """Asks for a name; ``chosen`` carries it, and :meth:`show_problem` says why it will not do."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, state: NameState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state.title, width=420, parent=parent)
        self._field = QLineEdit(state.name)
        self._field.setMaxLength(_LONGEST)
        self._field.textChanged.connect(self._look)
        self._keep = button(main=True)
        self.add_sentence(state.about)
        self.body.addWidget(Field(state.field, self._field))
        self.body.addStretch(1)
        self.add_cancel(state.cancel)
        self._keep.setText(state.keep)
        self._keep.setDefault(True)
        self._keep.clicked.connect(self._on_keep)
        self.add_buttons(self._keep)
        self._look()
        self.fit()
        self._field.selectAll()
        self._field.setFocus()

    def _look(self) -> None:
        self._keep.setEnabled(bool(self._field.text().strip()))

    def _on_keep(self) -> None:
        self.chosen.emit(" ".join(self._field.text().split()))
