"""The dialog that stays while a copy is made: what is done, how far it is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from ui.keeping.state import WorkState
from ui.theme.fonts import Role
from ui.theme.motion import end_of_unknown
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import label, set_text

_WIDTH = 380


class WorkDialog(QDialog):
    """Shows work; ``cancelled`` is what a person wants who presses Cancel or Escape."""

    cancelled = Signal()

    def __init__(self, state: WorkState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail = label(Role.SMALL, ink="soft", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = button()
        self._cancel.clicked.connect(self.reject)
        self.setWindowTitle(state.title)
        self.setMinimumWidth(_WIDTH)
        self._lay_out(state)
        self.show_state(state)

    def show_state(self, state: WorkState) -> None:
        """Show how far it is."""
        set_text(self._detail, state.detail)
        self._bar.setRange(0, end_of_unknown() if state.done is None else 1000)
        self._bar.setValue(state.done or 0)
        self._cancel.setText(state.cancel)
        self._cancel.setVisible(bool(state.cancel))

    @override
    def reject(self) -> None:
        if self._cancel.text():
            self.cancelled.emit()

    def _lay_out(self, state: WorkState) -> None:
        title = label(Role.STRONG, wrap=True)
        title.setText(state.title)
        self._bar.setAccessibleName(state.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        for part in (title, self._bar, self._detail):
            column.addWidget(part)
        column.addLayout(row(1, self._cancel))
