"""The dialog that shows what would be erased, and asks twice before it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.erasing.state import PreviewState
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import label
from ui.widgets.shown import show_if

_WIDTH = 440


class PreviewDialog(QDialog):
    """Shows a preview; ``agreed`` after both steps.

    The second button stands apart from the first, so that no double click is an answer to both.
    """

    agreed = Signal()

    def __init__(self, state: PreviewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warning = label(Role.STRONG, wrap=True)
        self._sure, self._erase, self._cancel = button(), button(), button(main=True)
        for part, text in (
            (self._warning, state.warning),
            (self._sure, state.sure),
            (self._erase, state.erase),
            (self._cancel, state.cancel),
        ):
            part.setText(text)
        self._warning.hide()
        self._sure.hide()
        show_if(self._erase, state.erase)
        # What changes nothing is what Enter does.
        self._cancel.setDefault(True)
        self._erase.clicked.connect(self._on_erase)
        self._sure.clicked.connect(self._on_sure)
        self._cancel.clicked.connect(self.reject)
        self._lay_out(state)

    def _lay_out(self, state: PreviewState) -> None:
        self.setWindowTitle(state.title)
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        title = label(Role.PAGE_TITLE, wrap=True)
        title.setText(state.title)
        column.addWidget(title)
        for line in state.lines:
            part = label(wrap=True)
            part.setText(line)
            column.addWidget(part)
        column.addWidget(self._warning)
        column.addStretch(1)
        column.addLayout(row(self._sure, 1, self._erase, self._cancel))
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_erase(self) -> None:
        self._erase.setEnabled(False)
        self._warning.show()
        self._sure.show()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sure(self) -> None:
        self.accept()
        self.agreed.emit()
