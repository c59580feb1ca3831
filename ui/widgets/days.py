"""A box for a day."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit


class DayBox(QDateEdit):
    """Asks for a day, written in the form of the language."""

    def __init__(self, day: date, form: str) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.setDisplayFormat(form)

    @property
    def day(self) -> date:
        """The day that is written."""
        written = self.date()
        return date(written.year(), written.month(), written.day())
