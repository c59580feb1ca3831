"""The Activity page connected: what is looked for, and which of its lines are read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.filters import Filters
from app.domain.problem import Problem
from app.wording.words import Words
from ui.activity.columns import order_after
from ui.activity.filters import export_options, narrowed
from ui.activity.page import ActivityPage
from ui.activity.rows import ActivityRow
from ui.activity.state import Found, Place, activity_state
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.chosen_entries import ChosenEntries
from ui.desk.list_columns import ListColumns
from ui.desk.list_requests import MOST_LINES, Answer, Asked, Kept, ListWork
from ui.desk.preferences import Preferences

#: A list that others write to is found again at most so often.
_AGAIN_MS = 2_000
#: A search that takes longer is told, with the way to stop it.
_SLOW_MS = 1_000


class Activity(QObject):
    """Serves one page from a lane of its own.

    ``chosen`` says what is wanted of the lines chosen in it; ``export_asked`` carries options of
    the command; ``receipt_left``: Esc asks for the list alone.
    """

    export_asked = Signal(object)
    import_asked = Signal()
    sample_asked = Signal()
    receipt_left = Signal()

    def __init__(self, page: ActivityPage, preferences: Preferences, books: Books) -> None:
        super().__init__(page)
        self.page = page
        self._preferences = preferences
        self._books = books
        self._work = ListWork(books, lambda: preferences.machine_zone)
        self.lane = Lane(self)
        self._columns = ListColumns(page, preferences)
        self.chosen = ChosenEntries(
            page, preferences, self._columns, lane=self.lane, work=self._work
        )
        #: What is looked for now, and what was found last.
        self._found = self._last = Found()
        self._shown = self._begun = self._stale = self._paused = self._searching = False
        self._reading = -1
        self._wanted: list[int] = []
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._look_again)
        self._slow = QTimer(self, interval=_SLOW_MS, singleShot=True)
        self._slow.timeout.connect(self._on_slow)
        self._connect()

    def show(self) -> None:
        """The page has come to the front: find what it shows, or what is new of it."""
        self._shown = True
        self._show_state()
        if not self._begun:
            self._find()
        else:
            self._look_again()
            self.chosen.look()

    def hide(self) -> None:
        """Another page is in front."""
        self._shown = False

    def follow(self) -> None:
        """Somebody may have written to the ledger: find again, soon if the page is in front."""
        self._stale, self._paused = True, False
        if self._shown and not self._again.isActive():
            self._again.start()

    def renew(self) -> None:
        """Entries were changed from this window: find again at once, whatever is chosen."""
        if self._begun and not self._searching:
            self._find()

    def speak(self) -> None:
        """Show the page in another language."""
        self._show_state()
        if self._begun:
            self._find()

    def look_for(self, filters: Filters) -> None:
        """Show other entries, from the top."""
        self._found = replace(self._found, filters=filters)
        self._find(keep=False)

    def let_go(self, then: Callable[[], None]) -> None:
        """Close the ledger, then do something on the main thread; ``follow`` opens it again."""
        self._paused = True
        self._work.interrupt()
        self.lane.run(self._work.close, lambda _: then(), lambda _: then())

    def move(self, folder: Path) -> None:
        """Read another data folder from now on."""
        self._books.folder = folder
        self._stale = True

    def close(self) -> None:
        """Stop reading and close the ledger."""
        self._again.stop()
        self._slow.stop()
        self._columns.close()
        self._work.interrupt()
        self.lane.close(self._work.close)

    def _connect(self) -> None:
        page = self.page
        page.searched.connect(self._on_searched)
        page.filter_chosen.connect(self._on_filter)
        page.table.heads.sorted_by.connect(self._on_sorted)
        page.table.rows_wanted.connect(self._on_wanted)
        page.table.chosen.connect(self._look_again)
        page.export_asked.connect(self._on_export)
        page.way_asked.connect(self._on_way)
        page.left.connect(self._on_left)
        self._columns.changed.connect(self._show_state)
        self.chosen.summed.connect(self._show_state)

    def _words(self) -> Words:
        return self._preferences.words

    def _show_state(self) -> None:
        found, columns = self._found, self._columns.choice
        self.page.show_state(activity_state(self._words(), found, columns, self.chosen.sums))

    def _find(self, *, keep: bool = True) -> None:
        if self._paused:
            self._stale = True
            return
        self._begun, self._stale, self._searching = True, False, True
        kept = self._kept() if keep else Kept()
        asked = Asked(self._found.filters, self._found.order, self._words(), kept)
        work = self._work.find(asked)
        search, everything = self._work.newest, keep and self._is_all_chosen()
        self._slow.start()
        self.lane.run(
            work,
            lambda answer: self._on_found(search, answer, everything=everything),
            lambda problem: self._on_unfound(search, problem),
        )
        if not keep:
            self._show_state()

    def _kept(self) -> Kept:
        table = self.page.table
        # At the very top it stays there, so that what has just come is seen.
        top = self._id_at(table.top) if table.top else ""
        return Kept(self.chosen.current, top, table.spans(), self.chosen.search)

    def _is_all_chosen(self) -> bool:
        table = self.page.table
        return 1 < table.lines.rowCount() == sum(count for _, count in table.spans())

    def _on_found(self, search: int, answer: Answer | None, *, everything: bool) -> None:
        if search != self._work.newest or answer is None:
            return  # another search is under way
        self._rest()
        self._found = self._last = replace(
            self._found, count=answer.count, total=answer.total, choices=answer.choices,
            slow=False, problem=None,
        )  # fmt: skip
        self.chosen.begin(answer.search)
        self._wanted, self._reading = [], -1
        place = answer.place
        if everything:
            place = place._replace(spans=((0, answer.count),))
        self._show_state()
        self._start_list(answer, place)

    def _start_list(self, answer: Answer, place: Place) -> None:
        for page, rows in answer.pages.items():
            self.page.table.lines.expect(page, rows)
        self.page.table.start(answer.count, place)

    def _on_unfound(self, search: int, problem: Problem) -> None:
        """Tell it in the place of the list, for it may be so at every look."""
        if search != self._work.newest:
            return
        self._rest()
        self._found = replace(self._found, slow=False, problem=problem)
        self._show_state()

    def _rest(self) -> None:
        self._searching = False
        self._slow.stop()

    def _on_slow(self) -> None:
        self._found = replace(self._found, slow=True)
        self._show_state()

    def _on_wanted(self, first: int, last: int) -> None:
        missing = self.page.table.lines.missing(first, last)
        # What was scrolled past is wanted no more.
        self._wanted = [page for page in missing if page != self._reading]
        self._read_next()

    def _read_next(self) -> None:
        if self._reading >= 0 or not self._wanted or self._paused:
            return
        page = self._reading = self._wanted.pop(0)
        search = self.chosen.search
        work = self._work.page(search, page, self._words(), self._found.order)
        self.lane.run(work, lambda rows: self._on_page(search, page, rows), self._on_unread)

    def _on_page(self, search: int, page: int, rows: tuple[ActivityRow, ...] | None) -> None:
        if search != self.chosen.search:
            return  # of a list that is no longer on the screen
        self._reading = -1
        if rows is None:
            return  # nor on the worker
        late = not self.chosen.current
        self.page.table.lines.put(page, rows)
        if late and self.chosen.current:
            self.chosen.look()
        self._read_next()

    def _on_unread(self, problem: Problem) -> None:
        self._reading, self._wanted = -1, []
        self._on_unfound(self._work.newest, problem)

    def _look_again(self) -> None:
        """Ask whether anybody wrote, unless so much is chosen that it could not stay chosen."""
        chosen = sum(count for _, count in self.page.table.spans())
        waits = chosen > MOST_LINES and not self._is_all_chosen()
        if self._shown and self._stale and not (self._paused or waits or self._again.isActive()):
            self._stale = False
            self.lane.run(self._work.changed, self._on_asked, self._on_unread)

    def _on_asked(self, changed: bool) -> None:  # noqa: FBT001 - what the worker brings home
        if changed and not self._searching:
            self._find()

    def _on_searched(self, words: str) -> None:
        self.look_for(replace(self._found.filters, words=words.strip()))

    def _on_filter(self, key: str) -> None:
        self.look_for(narrowed(self._found.filters, self._found.choices, key))

    def _on_sorted(self, key: str) -> None:
        self._found = replace(self._found, order=order_after(self._found.order, key))
        self._find(keep=False)

    def _on_way(self, key: str) -> None:
        if key == "clear":
            self.look_for(Filters())
        elif key == "again":
            self._find()
        elif key == "import":
            self.import_asked.emit()
        elif key == "sample":
            self.sample_asked.emit()

    def _on_left(self) -> None:
        """Esc: stop a search that takes long, else take the words back, else close the receipt."""
        if self._searching and self._found.slow:
            self._found = self._last if self._last.count is not None else Found()
            self._find(keep=False)
        elif self._found.filters.words:
            self._on_searched("")
        else:
            self.receipt_left.emit()

    def _on_export(self) -> None:
        self.export_asked.emit(export_options(self._found.filters))

    def _id_at(self, place: int) -> str:
        row = self.page.table.lines.row(place)
        return row.id if row else ""
