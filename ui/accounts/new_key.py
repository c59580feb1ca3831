"""The dialog that takes a new key for a connection."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.problem import UsageProblem
from ui.accounts.dialog_states import NewKeyState
from ui.accounts.key_form import KeyForm
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.form import FormDialog


class NewKeyDialog(FormDialog):
    """Asks for a key; ``asked`` carries a :class:`Key`, ``wrong`` a Problem of what was typed.

    ``page_opened`` carries an address.
    """

    asked = Signal(object)
    wrong = Signal(object)
    page_opened = Signal(str)

    def __init__(self, theme: Theme, state: NewKeyState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state.title, width=540, parent=parent)
        self._state = state
        self._form = KeyForm(theme, state.form, with_account=False)
        self._form.steps.open()
        self._form.steps.toggle.toggled.connect(self.fit)
        self._form.changed.connect(self._look)
        self._form.page_opened.connect(self.page_opened)
        self._keep = button(main=True)
        self.add_sentence(state.about)
        self.body.addWidget(self._form)
        self.body.addStretch(1)
        self.add_cancel(state.cancel)
        self._keep.setText(state.keep)
        self._keep.setDefault(True)
        self._keep.clicked.connect(self._on_keep)
        self.add_buttons(self._keep)
        self._look()
        self.fit()
        self._form.first.setFocus()

    def show_testing(self) -> None:
        """Say that the provider is being asked."""
        self.show_busy(self._state.testing)
        self._keep.setEnabled(False)

    def show_refused(self, problem: str) -> None:
        """Say why the key was not kept; what was typed stays."""
        self.show_problem(problem)
        self._look()
        self._form.first.setFocus()

    def _look(self) -> None:
        self._keep.setEnabled(self._form.is_filled)

    def _on_keep(self) -> None:
        try:
            pasted = self._form.key(self._state.account)
        except UsageProblem as problem:
            self.wrong.emit(problem)
            return
        self.asked.emit(pasted.key)
