"""Entries corrected from the window: the dialog, the change itself, the bar and the way back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.correction import Common, Preview, Wish
from app.domain.problem import Problem
from app.wording.changes import change_sentence, changed_sentence
from app.wording.words import Words
from ui.background.lane import Lane
from ui.corrections.bar import ChangeBar
from ui.corrections.dialog import CorrectionDialog
from ui.corrections.state import (
    COUNTING,
    BarState,
    correction_state,
    done_bar,
    nothing_bar,
    preview_sentence,
    running_bar,
    wish_of,
)
from ui.desk import change_requests as requests
from ui.desk.books import Books
from ui.desk.child import Child
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.actions.correct_entries import Corrected
    from app.domain.change import Change

#: Of more entries than this a change is a process of its own, so that the lane stays free.
_AT_ONCE = 200


class Corrections(QObject):
    """Changes entries and takes changes back; ``changed`` afterwards, ``failed`` with a Problem."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        words: Callable[[], Words],
        *,
        books: Books,
        lane: Lane,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._words = window, theme, words
        self._books, self._lane = books, lane
        self._ids: Sequence[int] = ()
        self._only = ""
        self._common = Common(0, {})
        self._wish = Wish()
        self._last: int | None = None
        self._child: Child | None = None
        self._dialog: CorrectionDialog | None = None
        self.bar = ChangeBar(theme, window)
        self.bar.undo_asked.connect(self._on_undo)
        self.bar.closed.connect(self._on_bar_closed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window, self.undo)

    def correct(self, ids: Sequence[int], only: str = "") -> None:
        """Ask how entries are to be changed; ``only`` "note" or "tags" asks for that alone."""
        if self._child is None and self._dialog is None and ids:
            self._ids, self._only = ids, only
            self._lane.run(requests.look(self._books, ids), self._ask, self.failed.emit)

    def act(self, key: str, entry_id: str) -> None:
        """Do what a receipt offers: "correct", "note" or "tags"."""
        self.correct([int(entry_id)], "" if key == "correct" else key)

    def undo(self, change_id: int | None = None) -> None:
        """Take a change back, the last one that stands where none is named."""
        if self._child is None:
            work = requests.undo(self._books, change_id, _AT_ONCE)
            self._lane.run(work, self._on_undone, self.failed.emit)

    def close(self) -> None:
        """Stop what is under way; what is complete stays, and can be taken back."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def _ask(self, common: Common) -> None:
        if not common.entries:
            return
        self._common = common
        state = correction_state(self._words(), common, self._only)
        dialog = self._dialog = CorrectionDialog(self._theme, state, self._window)
        dialog.chosen.connect(self._on_chosen)
        dialog.edited.connect(self._on_edited)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _on_edited(self, answers: dict[str, str]) -> None:
        if COUNTING & answers.keys():
            wish = wish_of(self._common, answers)
            work = requests.preview(self._books, self._ids, wish)
            self._lane.run(work, self._on_preview, self.failed.emit)
        else:
            self._on_preview(None)

    def _on_preview(self, preview: Preview | None) -> None:
        if self._dialog is not None:
            self._dialog.show_preview(preview_sentence(self._words(), preview))

    def _on_chosen(self, answers: dict[str, str]) -> None:
        self._wish = wish_of(self._common, answers)
        if len(self._ids) > _AT_ONCE:
            options = [*requests.options(self._wish), "--yes", "--ids-from", "-"]
            self._run("correct", options, "\n".join(map(str, self._ids)))
            return
        work = requests.correct(self._books, self._ids, self._wish)
        self._lane.run(work, self._on_corrected, self.failed.emit)

    def _on_corrected(self, done: "Corrected") -> None:
        self._tell(done.change_id, done.entries)

    def _tell(self, change_id: int, entries: int) -> None:
        words = self._words()
        self._last = change_id or None
        if entries:
            sentence = changed_sentence(words, self._wish.fields, entries)
            self.bar.show_state(done_bar(words, sentence, undo=True))
        else:
            self.bar.show_state(nothing_bar(words))
        self.changed.emit()

    def _on_undo(self) -> None:
        self.undo(self._last)

    def _on_undone(self, change: "Change | int") -> None:
        if isinstance(change, int):  # too many for the lane
            self._run("undo", [str(change)])
            return
        words = self._words()
        sentence = words.say("Undone: {change}", change=change_sentence(words, change))
        self._last = None
        self.bar.show_state(done_bar(words, sentence, undo=False))
        self.changed.emit()

    def _run(self, command: str, options: list[str], given: str = "") -> None:
        arguments = [command, "--json", "--progress", *options]
        child = self._child = Child(self._books.folder, arguments, self, given.encode())
        child.progressed.connect(self._on_progress)
        child.ended.connect(self._on_ended)
        child.failed.connect(self._on_failed)
        self.bar.show_state(running_bar(self._words(), len(self._ids)))
        child.start()

    def _on_progress(self, said: dict[str, Any]) -> None:
        done, total = int(said.get("done", 0)), int(said.get("total", 0))
        if total:
            self.bar.show_state(running_bar(self._words(), total, min(1000, done * 1000 // total)))

    def _on_ended(self, answer: dict[str, Any]) -> None:
        self._drop()
        if "undone" in answer or not answer:
            self._last = None
            self._show(None)
            self.changed.emit()
        else:
            self._tell(int(answer.get("change") or 0), int(answer["entries"]))

    def _on_failed(self, problem: Problem) -> None:
        self._drop()
        self._show(None)
        self.failed.emit(problem)

    def _on_bar_closed(self) -> None:
        if self._child is not None:
            self._child.cancel()
        else:
            self._show(None)

    def _show(self, state: BarState | None) -> None:
        self.bar.show_state(state)

    def _drop(self) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
