"""Erasing in the window: one contact, or the numbers of old entries, now and once a day."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.cycle import local_day
from app.domain.problem import Problem
from app.machine.own_files import ERASING
from ui.background.lane import Lane
from ui.desk import requests
from ui.desk.books import Books
from ui.desk.child import Child
from ui.desk.one_task import Answer, OneTask
from ui.desk.preferences import Preferences
from ui.erasing.asking import ContactDialog, KeepDialog
from ui.erasing.preview import PreviewDialog
from ui.erasing.state import (
    PreviewState,
    ask_state,
    contact_preview,
    erased_sentence,
    keep_state,
    old_preview,
)
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from datetime import date

#: The first look comes when the start is long over; then one every hour.
_FIRST_MS, _HOUR_MS = 40_000, 3_600_000


class Erasing(QObject):
    """Shows what would go, and lets it go once that is agreed to.

    ``told`` carries a sentence, ``failed`` a Problem, ``erased`` comes when entries changed.
    """

    told = Signal(str)
    failed = Signal(object)
    erased = Signal()

    def __init__(
        self, window: QWidget, theme: Theme, preferences: Preferences, books: Books, lane: Lane
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._preferences, self._books, self._lane = preferences, books, lane
        self._task = OneTask(window, preferences)
        self._task.failed.connect(self.failed)
        self._child: Child | None = None
        self._looked: date | None = None
        self._timer = QTimer(self, interval=_FIRST_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look once a day for entries that are old now."""
        self._timer.start()

    def close(self) -> None:
        """Stop what is under way; what was agreed to is gone on with at the next start."""
        self._timer.stop()
        self._task.close()
        if self._child is not None:
            self._child.close()
        self._child = None

    def ask(self, key: str) -> None:
        """Begin what a line of a menu names: "contact" or "keep"."""
        words = self._preferences.words
        if key == "contact":
            asking = ContactDialog(ask_state(words), self._window)
            asking.asked.connect(self.of)
            _open(asking)
        else:
            state = keep_state(words, self._preferences.keep_numbers_months)
            keeping = KeepDialog(self._theme, state, self._window)
            keeping.chosen.connect(self._on_months)
            _open(keeping)

    def of_entry(self, entry_id: str) -> None:
        """Show what is of the contact of an entry."""
        work = requests.contact_of_entry(self._books, entry_id)
        self._lane.run(work, self._on_contact, self.failed.emit)

    def of(self, typed: str) -> None:
        """Show what is of a contact, by number or name."""
        self._task.run(
            "contact", ["erase", "--", typed], lambda answer: self._preview(typed, answer)
        )

    def look(self) -> None:
        """Finish what was broken off; erase what has grown old, once on each day of the zone."""
        self._timer.setInterval(_HOUR_MS)
        if self._child is not None or self._task.is_busy:
            return
        today = local_day(self._books.now(), self._preferences.machine_zone)
        months = self._preferences.keep_numbers_months
        if months and self._looked != today:
            self._looked = today
            self._begin(["retention", "--json", "--apply", "--months", str(months)])
        elif (self._preferences.folder / ERASING).exists():
            self._begin(["status", "--json"])  # any command finishes it first

    def _begin(self, arguments: list[str]) -> None:
        child = self._child = Child(self._preferences.folder, arguments, self)
        child.ended.connect(self._on_looked)
        child.failed.connect(self._on_look_failed)
        child.start()

    def _on_contact(self, typed: str) -> None:
        if typed:
            self.of(typed)
        else:
            words = self._preferences.words
            self.told.emit(words.say("This entry names no contact; there is nothing to erase."))

    def _preview(self, typed: str, answer: Answer) -> None:
        state = contact_preview(self._preferences.words, typed, answer)
        self._show(state, ["erase", "--yes", "--", typed])

    def _on_months(self, months: int) -> None:
        if not months:
            self._preferences.keep_numbers(0)
            return
        arguments = ["retention", "--months", str(months)]
        self._task.run("old", arguments, lambda answer: self._preview_old(months, answer))

    def _preview_old(self, months: int, answer: Answer) -> None:
        words, zone = self._preferences.words, self._preferences.machine_zone
        arguments = ["retention", "--apply", "--months", str(months)]
        dialog = self._show(old_preview(words, months, answer, zone), arguments)
        dialog.agreed.connect(lambda: self._preferences.keep_numbers(months))

    def _show(self, state: PreviewState, arguments: list[str]) -> PreviewDialog:
        dialog = PreviewDialog(state, self._window)
        dialog.agreed.connect(lambda: self._task.run("erase", arguments, self._on_erased))
        _open(dialog)
        return dialog

    def _on_erased(self, answer: Answer) -> None:
        self.told.emit(erased_sentence(self._preferences.words, answer))
        self.erased.emit()

    def _on_looked(self, answer: Answer) -> None:
        self._drop()
        if answer.get("entries"):
            self.erased.emit()

    def _on_look_failed(self, problem: Problem) -> None:
        self._drop()
        self.failed.emit(problem)

    def _drop(self) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None


def _open(dialog: ContactDialog | KeepDialog | PreviewDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
