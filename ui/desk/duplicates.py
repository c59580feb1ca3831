"""Possible duplicates in the window: the quiet row, the page, what is decided, and the way back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.duplicates import Duplicates as Found
from app.domain.problem import Problem
from app.wording.changes import change_sentence, decided_sentence
from app.wording.words import Words
from ui.background.lane import Lane
from ui.desk import duplicate_requests as requests
from ui.desk.books import Books
from ui.desk.child import Child
from ui.duplicates.dialog import DuplicatesDialog
from ui.duplicates.row import DuplicatesRow
from ui.duplicates.state import SHOWN, PairState, duplicates_state, row_state
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.domain.change import Change


class Duplicates(QObject):
    """Asks about pairs; ``changed`` after something was decided, ``failed`` with a Problem.

    ``row`` belongs on a page, and shows and hides itself.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, window: QWidget, theme: Theme, words: Callable[[], Words], books: Books, lane: Lane
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._words = window, theme, words
        self._books, self._lane = books, lane
        self._dialog: DuplicatesDialog | None = None
        self._child: Child | None = None
        self._apart = False
        self._last = 0
        self._decided = ""
        self.row = DuplicatesRow(theme)
        self.row.look_asked.connect(self.open)

    def refresh(self) -> None:
        """Count again what is to decide."""
        self._lane.run(requests.count(self._books), self._on_counted, self.failed.emit)

    def open(self) -> None:
        """Open the page."""
        if self._dialog is None:
            dialog = self._dialog = DuplicatesDialog(self._theme, self._window)
            dialog.decided.connect(self._on_decided)
            dialog.undo_asked.connect(self._on_undo)
            dialog.find_asked.connect(self._on_find)
            dialog.finished.connect(self._on_finished)
            self._last, self._decided = 0, ""
            self._read()

    def part(self, kept: int, copy: int) -> None:
        """Say of two entries that they are two calls."""
        self._decide(requests.decide(self._books, (kept, copy), apart=True), apart=True)

    def close(self) -> None:
        """Stop a look at all calls; the same again does the rest."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def _read(self) -> None:
        self._lane.run(requests.pairs(self._books, SHOWN), self._on_read, self.failed.emit)

    def _on_read(self, found: Found) -> None:
        self._on_counted(found.total)
        if self._dialog is None:
            return
        state = duplicates_state(
            self._words(), found, decided=self._decided, can_undo=bool(self._last)
        )
        self._dialog.show_state(state)
        if not self._dialog.isVisible():
            self._dialog.open()

    def _on_counted(self, possible: int) -> None:
        self.row.show_state(row_state(self._words(), possible))

    def _on_decided(self, pair: PairState, apart: bool, every: bool) -> None:  # noqa: FBT001 - what a signal carries
        work = (
            requests.decide_alike(self._books, pair.alike, apart=apart)
            if every
            else requests.decide(self._books, pair.ids, apart=apart)
        )
        self._decide(work, apart=apart)

    def _decide(self, work: Callable[[], requests.Decided], *, apart: bool) -> None:
        self._apart = apart
        self._lane.run(work, self._on_kept, self._on_failed)

    def _on_kept(self, done: requests.Decided) -> None:
        self._last, pairs = done
        self._decided = decided_sentence(self._words(), pairs, apart=self._apart)
        self._after_change()

    def _on_undo(self) -> None:
        if self._last:
            work = requests.undo(self._books, self._last)
            self._last = 0
            self._lane.run(work, self._on_undone, self._on_failed)

    def _on_undone(self, change: "Change") -> None:
        words = self._words()
        self._decided = words.say("Undone: {change}", change=change_sentence(words, change))
        self._after_change()

    def _after_change(self) -> None:
        self.changed.emit()
        self._read()

    def _on_find(self) -> None:
        if self._child is None and self._dialog is not None:
            arguments = ["duplicates", "find", "--json", "--progress"]
            child = self._child = Child(self._books.folder, arguments, self)
            child.progressed.connect(self._on_progress)
            child.ended.connect(self._on_found)
            child.failed.connect(self._on_find_failed)
            self._dialog.show_progress(0)
            child.start()

    def _on_progress(self, said: dict[str, Any]) -> None:
        done, total = int(said.get("done", 0)), int(said.get("total", 0))
        if self._dialog is not None and total:
            self._dialog.show_progress(min(1000, done * 1000 // total))

    def _on_found(self, _: dict[str, Any]) -> None:
        self._drop()
        self._after_change()

    def _on_find_failed(self, problem: Problem) -> None:
        self._drop()
        self._on_failed(problem)

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(problem)
        self._read()

    def _on_finished(self) -> None:
        self.close()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _drop(self) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
