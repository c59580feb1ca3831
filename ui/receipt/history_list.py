"""The list of an entry's versions under its receipt, with the way back from the last change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.receipt.history import HistoryLine
from ui.receipt.state import ReceiptState
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.card import clear_layout, hairline, row, section_title
from ui.widgets.labels import label


class HistoryList(QWidget):
    """Shows versions; ``undo_asked`` carries the change to take back."""

    undo_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._title = section_title()
        self._undo = button()
        self._undo_id = 0
        self._undo.clicked.connect(self._on_undo)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        head = row(self._title, 1, self._undo)
        column.addLayout(head)
        column.addLayout(self._lines)

    def show_state(self, state: ReceiptState) -> None:
        """Show the versions of an entry, or nothing where there is but one."""
        clear_layout(self._lines)
        self.setVisible(bool(state.history))
        self._title.setText(state.history_title)
        self._undo.setText(state.undo)
        self._undo.setVisible(bool(state.undo))
        self._undo_id = state.undo_id
        for line in state.history:
            self._add(line)

    def _add(self, line: HistoryLine) -> None:
        self._lines.addWidget(hairline())
        for text, ink in ((line.head, "soft"), (line.changed, "text")):
            if text:
                part = label(Role.SMALL, ink=ink, wrap=True)
                part.setText(text)
                self._lines.addWidget(part)

    def _on_undo(self) -> None:
        self.undo_asked.emit(self._undo_id)
