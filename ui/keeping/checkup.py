"""The doctor's dialog: the whole report, which is also all that a bundle would hold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ui.keeping.state import CheckupState
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import label
from ui.widgets.shown import show_if

_SIZE = (640, 520)


class CheckupDialog(QDialog):
    """Shows a report; ``saving`` and ``mending`` are what a person may want."""

    saving = Signal()
    mending = Signal()

    def __init__(self, state: CheckupState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QPlainTextEdit(state.text)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(state.title)
        self._save, self._mend, self._close = button(), button(), button(main=True)
        for part, text, slot in (
            (self._mend, state.mend, self._on_mend),
            (self._save, state.save, self.saving.emit),
            (self._close, state.close, self.accept),
        ):
            part.setText(text)
            part.clicked.connect(slot)
        show_if(self._mend, state.mend)
        self._close.setDefault(True)
        self._lay_out(state)

    def _lay_out(self, state: CheckupState) -> None:
        self.setWindowTitle(state.title)
        self.resize(*_SIZE)
        promise = label(Role.SMALL, ink="soft", wrap=True)
        promise.setText(state.promise)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(self._text, 1)
        column.addWidget(promise)
        column.addLayout(row(self._mend, 1, self._save, self._close))

    def _on_mend(self) -> None:
        self.accept()
        self.mending.emit()
