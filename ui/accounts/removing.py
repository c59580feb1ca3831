"""The dialog that removes a connection, and its entries too where that is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.accounts.dialog_states import RemoveState
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.field import note
from ui.widgets.form import FormDialog
from ui.widgets.labels import set_text
from ui.widgets.tick import TickBox


class RemoveDialog(FormDialog):
    """Asks whether to remove; ``agreed`` carries whether the entries go, too.

    ``stopped``: what is under way should end, and change nothing.
    """

    agreed = Signal(bool)
    stopped = Signal()

    def __init__(self, theme: Theme, state: RemoveState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state.title, width=460, parent=parent)
        self._state = state
        self._entries, self._note = TickBox(theme, state.entries), note()
        self._bar, self._remove = QProgressBar(), button()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(state.removing)
        self._bar.hide()
        self.add_sentence(state.about)
        self.body.addWidget(self._entries)
        self.body.addWidget(self._note)
        self.body.addStretch(1)
        self._entries.setVisible(bool(state.entries))
        self._note.hide()
        self._entries.toggled.connect(self._on_ticked)
        self.foot.insertWidget(1, self._bar)
        self._remove.setText(state.remove)
        self._remove.clicked.connect(self._on_remove)
        self.add_buttons(self._remove)
        self._cancel = self.add_cancel(state.cancel)
        # What changes nothing is what Enter does.
        self._cancel.setDefault(True)
        self.finished.connect(self._on_finished)
        self.fit()
        self._cancel.setFocus()

    def show_removing(self, done: int = 0, total: int = 0) -> None:
        """Show how far it is; ``total`` 0 while nobody knows."""
        self.show_busy(self._state.removing)
        self._remove.setEnabled(False)
        self._cancel.setText(self._state.stop)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()

    def show_refused(self, problem: str) -> None:
        """Say why nothing was removed."""
        self.show_problem(problem)
        self._bar.hide()
        self._remove.setEnabled(True)
        self._cancel.setText(self._state.cancel)

    def _on_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - of a signal
        set_text(self._note, self._state.entries_note if ticked else "")
        self.fit()

    def _on_remove(self) -> None:
        self.agreed.emit(bool(self._state.entries) and self._entries.isChecked())

    def _on_finished(self) -> None:
        self.stopped.emit()
