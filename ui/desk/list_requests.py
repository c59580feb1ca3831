"""What the Activity page asks of the list of entries, as work for its own lane."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, TypeVar

from app.domain.cycle import local_day
from app.domain.filters import Choices, Filters, Order
from app.wording.words import Words
from ui.activity.model import PAGE
from ui.activity.rows import ActivityRow, Here, activity_rows, tab_separated
from ui.activity.state import Place
from ui.activity.summary import Sums, sums_of
from ui.desk.books import Books

if TYPE_CHECKING:
    from datetime import date

    from app.actions.browse_entries import Browsing
    from app.domain.receipt import Receipt

#: Of more lines than this nothing is added up or copied, and what is chosen is not found again.
MOST_LINES = 10_000
_AT_ONCE = 500
#: So many lines from the one on top are read along with a search: more than most windows show.
_AHEAD = 60
Span = tuple[int, int]
Result = TypeVar("Result")
Pages = dict[int, tuple[ActivityRow, ...]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What stays where it is while a list is found again: ids, or "", and the chosen lines.

    ``search``: the number of the list of which ``spans`` are.
    """

    current: str = ""
    top: str = ""
    spans: tuple[Span, ...] = ()
    search: int = 0


_NOTHING = Kept()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, and how its lines are written."""

    filters: Filters
    order: Order
    words: Words
    kept: Kept = _NOTHING


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: how many of how many, where a person is in it, the lines in sight there.

    ``search``: the number by which further work names this list.
    """

    search: int
    count: int
    total: int
    place: Place
    pages: Pages
    choices: Choices


class ListWork:
    """Holds the list; every method gives work for the lane, called on the main thread.

    The lines of one list mean nothing in the next, so work names the search it is about; where the
    lane holds another list by then, it comes home with ``None``. ``zone``: of this computer, asked
    each time, for it may be taken elsewhere.
    """

    def __init__(self, books: Books, zone: Callable[[], str]) -> None:
        self._books = books
        self._zone = zone
        self._found_on: tuple[str, date] | None = None
        self._browsing: Browsing | None = None
        #: The search last asked for, the one whose list is held, the choice last added up.
        self._newest = self._held = self._adding = 0

    @property
    def newest(self) -> int:
        """The number of the search last asked for."""
        return self._newest

    def interrupt(self) -> None:
        """Stop the search that runs now."""
        if self._browsing is not None:
            self._browsing.interrupt()

    def find(self, asked: Asked) -> "Callable[[], Answer | None]":
        """Work that finds entries; ``None`` where it was stopped or a newer search is wanted."""
        self._newest += 1
        search = self._newest
        self.interrupt()

        def work() -> Answer | None:
            if search != self._newest:
                return None
            chosen = self._ids_of(asked.kept)
            browsing, self._held = self._open(), 0
            count = browsing.find(asked.filters, asked.order)
            if count is None:
                return None
            self._held = search
            place = self._place(asked.kept, count, chosen)
            pages = self._pages_at(place.top or 0, count, asked)
            self._found_on = self._today()
            choices = browsing.choices(self._books.now(), self._zone())
            return Answer(search, count, browsing.total(), place, pages, choices)

        return work

    def page(
        self, search: int, page: int, words: Words, order: Order
    ) -> Callable[[], tuple[ActivityRow, ...] | None]:
        """Work that reads a page of lines and writes their texts."""
        return self._of(search, lambda: self._page(page, words, order))

    def ids(self, search: int, spans: Sequence[Span]) -> Callable[[], list[int] | None]:
        """Work that finds the ids of chosen lines, however many."""
        return self._of(search, lambda: self._open().ids(spans))

    def sums(self, search: int, spans: Sequence[Span]) -> Callable[[], Sums | None]:
        """Work that adds chosen lines up; ``None`` also where others were chosen meanwhile."""
        self._adding += 1
        adding = self._adding

        def work() -> Sums | None:
            receipts = takewhile(lambda _: adding == self._adding, self._receipts(spans))
            found = sums_of(receipts)
            return found if adding == self._adding else None

        return self._of(search, work)

    def copied(
        self, search: int, spans: Sequence[Span], words: Words, columns: Sequence[str]
    ) -> Callable[[], str | None]:
        """Work that writes chosen lines for the clipboard."""
        return self._of(
            search, lambda: tab_separated(words, columns, self._receipts(spans), self._here())
        )

    def changed(self) -> bool:
        """Tell whether anybody wrote or another day began since the last search; on the lane."""
        written = self._browsing is None or self._browsing.changed()
        return written or self._found_on != self._today()

    def close(self) -> None:
        """Close the list and its ledger; on the lane. Both open again when they are needed."""
        self._held = 0
        if self._browsing is not None:
            self._browsing.close()
            self._browsing = None
        self._books.close()

    def _of(self, search: int, work: Callable[[], Result]) -> Callable[[], Result | None]:
        return lambda: work() if search == self._held else None

    def _ids_of(self, kept: Kept) -> list[int]:
        """Return the ids of several chosen lines while their list is still held."""
        several = 1 < sum(count for _, count in kept.spans) <= MOST_LINES
        held = self._held == kept.search and self._browsing is not None
        return self._open().ids(kept.spans) if several and held else []

    def _place(self, kept: Kept, count: int, chosen: list[int]) -> Place:
        browsing = self._open()
        current, top = (browsing.place_of(each) for each in (kept.current, kept.top))
        if current is None and not kept.current and count:
            current = 0
        found = sorted(place for place in browsing.places_of(chosen) if place is not None)
        return Place(_spans(found), current, top)

    def _pages_at(self, top: int, count: int, asked: Asked) -> Pages:
        if not count:
            return {}
        pages = range(top // PAGE, min(count - 1, top + _AHEAD) // PAGE + 1)
        return {page: self._page(page, asked.words, asked.order) for page in pages}

    def _page(self, page: int, words: Words, order: Order) -> tuple[ActivityRow, ...]:
        days = order in (Order.NEWEST, Order.OLDEST)
        # One line more, for whether the first one begins a day.
        first = max(0, page * PAGE - 1)
        receipts = self._open().page(first, PAGE + page * PAGE - first)
        rows = tuple(activity_rows(words, receipts, self._here(), days=days))
        return rows[1:] if page else rows

    def _here(self) -> Here:
        zone, today = self._today()
        return Here(zone, today.year)

    def _today(self) -> "tuple[str, date]":
        zone = self._zone()
        return zone, local_day(self._books.now(), zone)

    def _receipts(self, spans: Sequence[Span]) -> Iterable["Receipt"]:
        browsing = self._open()
        for first, count in spans:
            for start in range(first, first + count, _AT_ONCE):
                yield from browsing.page(start, min(_AT_ONCE, first + count - start))

    def _open(self) -> "Browsing":
        if self._browsing is None:
            # Here because an action brings SQLAlchemy, and the first frame does without.
            from app.actions.browse_entries import Browsing

            self._browsing = Browsing(self._books.ledger())
        return self._browsing


def _spans(places: Iterable[int]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for place in places:
        if spans and place == sum(spans[-1]):
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        else:
            spans.append((place, 1))
    return tuple(spans)
