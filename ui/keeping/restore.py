"""The dialog that shows what a restore would change, before anything does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui.keeping.state import RestoreState
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import label

_WIDTH = 460


class RestoreDialog(QDialog):
    """Asks whether the backup is to take the place of the ledger; ``agreed`` says yes."""

    agreed = Signal()

    def __init__(self, state: RestoreState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restore, self._cancel = button(), button(main=True)
        self._restore.setText(state.restore)
        self._restore.clicked.connect(self._on_restore)
        # What changes nothing is what Enter does.
        self._cancel.setText(state.cancel)
        self._cancel.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self._lay_out(state)

    def _lay_out(self, state: RestoreState) -> None:
        self.setWindowTitle(state.title)
        self.setMinimumWidth(_WIDTH)
        title, loss = label(Role.PAGE_TITLE, wrap=True), label(wrap=True)
        title.setText(state.title)
        loss.setText(state.loss)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(14)
        column.addWidget(title)
        column.addLayout(_table(state))
        column.addWidget(loss)
        column.addStretch(1)
        column.addLayout(row(1, self._restore, self._cancel))

    def _on_restore(self) -> None:
        self.accept()
        self.agreed.emit()


def _table(state: RestoreState) -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(18)
    table.setColumnStretch(1, 1)
    table.setColumnStretch(2, 1)
    for line, texts in enumerate((("", *state.head), *state.lines)):
        for place, text in enumerate(texts):
            part = label(Role.STRONG if not line else Role.BODY, ink="text" if place else "soft")
            part.setWordWrap(place > 0)
            part.setText(text)
            table.addWidget(part, line, place)
    return table
