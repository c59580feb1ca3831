"""The dialog that asks for a range of days."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QVBoxLayout, QWidget

from ui.activity.periods import DaysState, days_key
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.field import Field
from ui.widgets.labels import label

_WIDTH, _SIDE = 360, 20


class DaysDialog(QDialog):
    """Asks for two days; ``chosen`` carries them as the key of a filter."""

    chosen = Signal(str)

    def __init__(self, state: DaysState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(state.title)
        self._first, self._last = _box(state.first, state.form), _box(state.last, state.form)
        show, cancel = button(main=True), button()
        show.setText(state.show)
        show.setDefault(True)
        cancel.setText(state.cancel)
        show.clicked.connect(self._on_show)
        cancel.clicked.connect(self.reject)
        title = label(Role.PAGE_TITLE, wrap=True)
        title.setText(state.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 18, _SIDE, 18)
        column.setSpacing(14)
        column.addWidget(title)
        first, last = Field(state.first_name, self._first), Field(state.last_name, self._last)
        column.addLayout(row(first, last, spacing=12))
        column.addLayout(row(1, cancel, show))
        self.resize(_WIDTH, 0)
        self._first.setFocus()

    def _on_show(self) -> None:
        first, last = self._first.date(), self._last.date()
        self.chosen.emit(days_key(_day(first), _day(last)))
        self.accept()


def _box(day: date, form: str) -> QDateEdit:
    box = QDateEdit(QDate(day.year, day.month, day.day))
    box.lineEdit().setTextMargins(8, 0, 0, 0)
    box.setDisplayFormat(form)
    return box


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
