"""What is done with the lines chosen in the Activity list: receipt, sum, copy, changes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.wording.words import Words
from ui.activity.page import ActivityPage
from ui.activity.rows import ActivityRow
from ui.activity.summary import Sums, summary_state
from ui.background.lane import Lane
from ui.desk.list_columns import ListColumns
from ui.desk.list_requests import MOST_LINES, ListWork, Span
from ui.desk.preferences import Preferences


class ChosenEntries(QObject):
    """Follows what is chosen in one list; ``search`` names the one on the screen.

    ``receipt_asked`` carries an entry's id and whether the keyboard goes there; ``summary_made``
    what stands in its place where several are chosen; ``summed``: ``sums`` is another one.
    ``change_asked`` carries ids of entries and "", "note" or "tags"; ``erase_asked`` an
    entry's id; ``said`` a sentence; ``failed`` a Problem.
    """

    receipt_asked = Signal(str, bool)
    summary_made = Signal(object)
    summed = Signal()
    change_asked = Signal(object, str)
    erase_asked = Signal(str)
    duplicates_asked = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        page: ActivityPage,
        preferences: Preferences,
        columns: ListColumns,
        *,
        lane: Lane,
        work: ListWork,
    ) -> None:
        super().__init__(page)
        self._page, self._preferences, self._columns = page, preferences, columns
        self._lane, self._work = lane, work
        self.search = 0
        #: What several chosen lines come to, ``None`` where it is one or none.
        self.sums: Sums | None = None
        page.table.chosen.connect(self._on_chosen)
        page.action_asked.connect(self._on_action)

    def begin(self, search: int) -> None:
        """Another list is on the screen."""
        self.search = search

    @property
    def row(self) -> ActivityRow | None:
        """The line that has the keyboard, if there is one and it has come."""
        index = self._page.table.currentIndex()
        return self._page.table.lines.row(index.row()) if index.isValid() else None

    @property
    def current(self) -> str:
        """The id of that line, "" while there is none."""
        return self.row.id if self.row else ""

    def look(self) -> None:
        """Tell of what is chosen once more, such as when its line has come at last."""
        self._on_chosen(self._page.table.spans())

    def _words(self) -> Words:
        return self._preferences.words

    def _on_chosen(self, spans: tuple[Span, ...]) -> None:
        entries = sum(count for _, count in spans)
        work = self._work.sums(self.search, spans)  # also ends the sum of an earlier choice
        if entries <= 1:
            self._show(None)
            if self.current:
                self.receipt_asked.emit(self.current, False)
        elif entries <= MOST_LINES:
            self._show(Sums(entries))
            self._lane.run(work, self._on_sums, self.failed.emit)
        else:
            self._on_sums(Sums(entries, whole=False))

    def _on_sums(self, sums: Sums | None) -> None:
        if sums is not None:
            self._show(sums)
            self.summary_made.emit(summary_state(self._words(), sums, MOST_LINES))

    def _show(self, sums: Sums | None) -> None:
        if sums != self.sums:
            self.sums = sums
            self.summed.emit()

    def _on_action(self, key: str) -> None:
        spans, row = self._page.table.spans(), self.row
        if key == "why":
            self._explain()
        elif key == "copy":
            self._copy(spans)
        elif key == "number" and row is not None:
            self._page.to_clipboard(self._words().whole_phone(row.number))
        elif key == "erase" and row is not None:
            self.erase_asked.emit(row.id)
        elif key == "twins":
            self.duplicates_asked.emit()
        elif spans and key in ("correct", "note", "tags"):
            work = self._work.ids(self.search, spans)
            self._lane.run(work, lambda ids: self._change(ids, key), self.failed.emit)

    def _explain(self) -> None:
        if self.current:
            self.receipt_asked.emit(self.current, True)

    def _change(self, ids: list[int] | None, key: str) -> None:
        if ids is None:
            self._tell_changed()
        else:
            self.change_asked.emit(ids, "" if key == "correct" else key)

    def _copy(self, spans: Sequence[Span]) -> None:
        if sum(count for _, count in spans) > MOST_LINES:
            words = self._words()
            self.said.emit(
                words.say("At most {n} lines can be copied. Export more than that.", n=MOST_LINES)
            )
        elif spans:
            shown = self._columns.choice.shown
            work = self._work.copied(self.search, spans, self._words(), shown)
            self._lane.run(work, self._on_copied, self.failed.emit)

    def _on_copied(self, text: str | None) -> None:
        if text is None:
            self._tell_changed()
        else:
            self._page.to_clipboard(text)

    def _tell_changed(self) -> None:
        self.said.emit(self._words().say("The list has just changed. Choose the entries again."))
