"""What the Activity page asks of the list of entries, as work for its own lane."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.filters import Choices, Filters, Order
from app.wording.words import Words
from ui.activity.model import PAGE
from ui.activity.rows import ActivityRow, Sums, activity_rows, sums_of, tab_separated
from ui.desk.books import Books

if TYPE_CHECKING:
    from app.actions.browse_entries import Browsing
    from app.domain.receipt import Receipt

#: Of more lines than this nothing is added up or copied.
MOST_LINES = 10_000
_AT_ONCE = 500
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for; ``keep``: the ids of the line chosen and of the one on top, or ""."""

    filters: Filters
    order: Order
    keep: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: how many of how many, where the kept lines are now, the first lines."""

    asked: Asked
    count: int
    total: int
    current: int | None
    top: int | None
    choices: Choices


class ListWork:
    """Holds the list; every method gives work for the lane, but ``interrupt`` is for any thread."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._browsing: Browsing | None = None

    def interrupt(self) -> None:
        """Stop the search that runs now, for another one is wanted."""
        if self._browsing is not None:
            self._browsing.interrupt()

    def find(self, asked: Asked, zone: str) -> "Callable[[], Answer | None]":
        """Work that finds entries; ``None`` where it was interrupted."""

        def work() -> Answer | None:
            browsing = self._open()
            count = browsing.find(asked.filters, asked.order)
            if count is None:
                return None
            current, top = (browsing.place_of(each) for each in asked.keep)
            choices = browsing.choices(self._books.now(), zone)
            return Answer(asked, count, browsing.total(), current, top, choices)

        return work

    def page(self, page: int, words: Words, order: Order) -> Callable[[], tuple[ActivityRow, ...]]:
        """Work that reads a page of lines and writes their texts."""
        days = order in (Order.NEWEST, Order.OLDEST)

        def work() -> tuple[ActivityRow, ...]:
            # One line more, for whether the first one begins a day.
            first = max(0, page * PAGE - 1)
            receipts = self._open().page(first, PAGE + page * PAGE - first)
            rows = tuple(activity_rows(words, receipts, days=days))
            return rows[1:] if page else rows

        return work

    def ids(self, spans: Sequence[Span]) -> Callable[[], list[int]]:
        """Work that finds the ids of chosen lines, however many."""
        return lambda: self._open().ids(spans)

    def sums(self, spans: Sequence[Span]) -> Callable[[], Sums]:
        """Work that adds chosen lines up."""
        return lambda: sums_of(self._receipts(spans))

    def copied(
        self, spans: Sequence[Span], words: Words, columns: Sequence[str]
    ) -> Callable[[], str]:
        """Work that writes chosen lines for the clipboard."""
        return lambda: tab_separated(words, columns, self._receipts(spans))

    def changed(self) -> bool:
        """Tell whether anybody wrote since the last search; on the lane."""
        return self._browsing is not None and self._browsing.changed()

    def close(self) -> None:
        """Close the list and its ledger; on the lane. Both open again when they are needed."""
        if self._browsing is not None:
            self._browsing.close()
            self._browsing = None
        self._books.close()

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
