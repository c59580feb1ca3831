"""The Activity page connected: what is looked for, which lines are read, what is done with them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.filters import Filters
from app.wording.words import Words
from ui.activity.columns import ColumnChoice, order_after
from ui.activity.filters import export_options, narrowed
from ui.activity.page import ActivityPage
from ui.activity.rows import ActivityRow, Sums
from ui.activity.state import Found, activity_state
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.list_requests import MOST_LINES, Answer, Asked, ListWork, Span
from ui.desk.preferences import Preferences

#: A list that others write to is found again at most so often.
_AGAIN_MS = 2_000


class Activity(QObject):
    """Serves one page from a lane of its own.

    ``receipt_asked`` carries an entry's id and whether the keyboard goes there;
    ``change_asked`` ids of entries and "", "note" or "tags"; ``export_asked`` options of the
    command; ``said`` a sentence; ``failed`` a Problem.
    """

    receipt_asked = Signal(str, bool)
    change_asked = Signal(object, str)
    export_asked = Signal(object)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, page: ActivityPage, preferences: Preferences, books: Books) -> None:
        super().__init__(page)
        self.page = page
        self._preferences = preferences
        self._books = books
        self._work = ListWork(books)
        self.lane = Lane(self)
        self._found = Found()
        self._columns = preferences.activity_columns
        self._sums: Sums | None = None
        self._spans: tuple[Span, ...] = ()
        self._shown = self._begun = self._stale = False
        self._search = 0
        self._reading = -1
        self._wanted: list[int] = []
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._look_again)
        self._connect()

    def show(self) -> None:
        """The page has come to the front: find what it shows, or what is new of it."""
        self._shown = True
        self._show_state()
        if not self._begun:
            self._find()
        else:
            self._look_again()

    def hide(self) -> None:
        """Another page is in front."""
        self._shown = False

    def follow(self) -> None:
        """Somebody wrote to the ledger: find again, soon if the page is in front."""
        self._stale = True
        if self._shown and not self._again.isActive():
            self._again.start()

    def speak(self) -> None:
        """Show the page in another language."""
        self._show_state()
        if self._begun:
            self._find()

    def look_for(self, filters: Filters) -> None:
        """Show other entries, from the top."""
        self._found = replace(self._found, filters=filters, count=None)
        self._find(keep=False)

    def let_go(self, then: Callable[[], None]) -> None:
        """Close the ledger, then do something on the main thread; the list opens it again."""
        self._shown = False
        self.lane.run(self._work.close, lambda _: then(), self.failed.emit)

    def move(self, folder: Path) -> None:
        """Read another data folder from now on."""
        self._books.folder = folder
        self._stale = True

    def close(self) -> None:
        """Stop reading and close the ledger."""
        self._again.stop()
        self._work.interrupt()
        self.lane.close(self._work.close)

    def _connect(self) -> None:
        page = self.page
        page.searched.connect(self._on_searched)
        page.filter_chosen.connect(self._on_filter)
        page.cleared.connect(self._on_cleared)
        page.sorted_by.connect(self._on_sorted)
        page.rows_wanted.connect(self._on_wanted)
        page.chosen.connect(self._on_chosen)
        page.action_asked.connect(self._on_action)
        page.export_asked.connect(self._on_export)
        page.column_toggled.connect(self._on_column)
        page.columns_moved.connect(self._on_moved)
        page.column_resized.connect(self._on_resized)

    def _words(self) -> Words:
        return self._preferences.words

    def _show_state(self) -> None:
        state = activity_state(self._words(), self._found, self._columns, self._sums)
        self.page.show_state(state)

    def _find(self, *, keep: bool = True) -> None:
        self._begun, self._stale = True, False
        self._search += 1
        self._work.interrupt()
        kept = (self._current(), self._id_at(self.page.table.top)) if keep else ("", "")
        asked = Asked(self._found.filters, self._found.order, kept)
        work = self._work.find(asked, self._preferences.machine_zone)
        search = self._search
        self.lane.run(work, lambda answer: self._on_found(search, answer), self.failed.emit)
        if not keep:
            self._show_state()

    def _on_found(self, search: int, answer: Answer | None) -> None:
        if search != self._search or answer is None:
            return  # another search is under way
        self._found = replace(
            self._found, count=answer.count, total=answer.total, choices=answer.choices
        )
        self._sums, self._spans, self._wanted = None, (), []
        self._reading = -1
        self._show_state()
        first = 0 if answer.count and not any(answer.asked.keep) else None
        current = answer.current if answer.current is not None else first
        self.page.start_list(answer.count, current=current, top=answer.top)

    def _on_wanted(self, first: int, last: int) -> None:
        missing = self.page.table.lines.missing(first, last)
        # What was scrolled past is wanted no more.
        self._wanted = [page for page in missing if page != self._reading]
        self._read_next()

    def _read_next(self) -> None:
        if self._reading >= 0 or not self._wanted:
            return
        page = self._reading = self._wanted.pop(0)
        search, work = self._search, self._work.page(page, self._words(), self._found.order)
        self.lane.run(work, lambda rows: self._on_page(search, page, rows), self._on_unread)

    def _on_page(self, search: int, page: int, rows: tuple[ActivityRow, ...]) -> None:
        if search == self._search:
            self._reading = -1
            self.page.put_lines(page, rows)
            self._read_next()

    def _on_unread(self, problem: object) -> None:
        self._reading = -1
        self.failed.emit(problem)

    def _look_again(self) -> None:
        if self._shown and self._stale:
            self._stale = False
            self.lane.run(self._work.changed, self._on_asked, self.failed.emit)

    def _on_asked(self, changed: bool) -> None:  # noqa: FBT001 - what the worker brings home
        if changed:
            self._find()

    def _on_searched(self, words: str) -> None:
        self.look_for(replace(self._found.filters, words=words.strip()))

    def _on_filter(self, key: str) -> None:
        self.look_for(narrowed(self._found.filters, self._found.choices, key))

    def _on_cleared(self) -> None:
        self.look_for(Filters())

    def _on_sorted(self, key: str) -> None:
        self._found = replace(self._found, order=order_after(self._found.order, key), count=None)
        self._find(keep=False)

    def _on_export(self) -> None:
        self.export_asked.emit(export_options(self._found.filters))

    def _on_chosen(self, spans: tuple[Span, ...]) -> None:
        self._spans = spans
        entries = sum(count for _, count in spans)
        if entries <= 1:
            if self._sums is not None:
                self._sums = None
                self._show_state()
            if entry := self._current():
                self.receipt_asked.emit(entry, False)
            return
        self._sums = Sums(entries)
        self._show_state()
        if entries <= MOST_LINES:
            self.lane.run(self._work.sums(spans), self._on_sums, self.failed.emit)

    def _on_sums(self, sums: Sums) -> None:
        if self._sums is not None and self._sums.entries == sums.entries:
            self._sums = sums
            self._show_state()

    def _on_action(self, key: str) -> None:
        spans = self.page.table.spans()
        if key == "why" and (entry := self._current()):
            self.receipt_asked.emit(entry, True)
        elif key == "copy":
            self._copy(spans)
        elif spans:
            only = "" if key == "correct" else key
            self.lane.run(
                self._work.ids(spans), lambda ids: self._change(ids, only), self.failed.emit
            )

    def _change(self, ids: Sequence[int], only: str) -> None:
        self.change_asked.emit(ids, only)

    def _copy(self, spans: Sequence[Span]) -> None:
        if sum(count for _, count in spans) > MOST_LINES:
            words = self._words()
            self.said.emit(
                words.say("At most {n} lines can be copied. Export more than that.", n=MOST_LINES)
            )
            return
        work = self._work.copied(spans, self._words(), self._columns.shown)
        self.lane.run(work, self.page.to_clipboard, self.failed.emit)

    def _on_column(self, key: str) -> None:
        self._keep_columns(self._columns.toggled(key) if key else ColumnChoice())

    def _on_moved(self, keys: tuple[str, ...]) -> None:
        rest = tuple(key for key in self._columns.shown if key not in keys)
        self._keep_columns(replace(self._columns, shown=(*keys, *rest)))

    def _on_resized(self, key: str, width: int) -> None:
        self._keep_columns(self._columns.with_width(key, width))

    def _keep_columns(self, columns: ColumnChoice) -> None:
        self._columns = columns
        self._preferences.keep_activity_columns(columns)
        self._show_state()

    def _current(self) -> str:
        index = self.page.table.currentIndex()
        return self._id_at(index.row()) if index.isValid() else ""

    def _id_at(self, place: int) -> str:
        row: ActivityRow | None = self.page.table.lines.row(place)
        return row.id if row else ""
