"""What the palette asks of the ledger, as work for its own lane."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.filters import Filters, Order
from app.domain.search import sought
from app.wording.words import Words
from ui.desk.books import Books
from ui.palette.state import PaletteLine
from ui.text.entry import direction, mark, who

if TYPE_CHECKING:
    from app.actions.browse_entries import Browsing
    from app.domain.receipt import Receipt

#: Looked at for people; shown of people, and of entries.
_LOOKED_AT, _PEOPLE, _ENTRIES = 60, 3, 6


class FindWork:
    """Holds a list of entries of its own; ``interrupt`` is for the main thread.

    ``zone``: this computer's, asked each time, for entries that no plan counts.
    """

    def __init__(self, books: Books, zone: Callable[[], str]) -> None:
        self._books, self._zone = books, zone
        self._browsing: Browsing | None = None
        self._newest = 0

    def interrupt(self) -> None:
        """Stop the search that runs now, and let those that wait come to nothing."""
        self._newest += 1
        if self._browsing is not None:
            self._browsing.interrupt()

    def find(self, typed: str, words: Words) -> Callable[[], tuple[PaletteLine, ...] | None]:
        """Work that finds entries by words; ``None`` where a newer search is wanted."""
        self.interrupt()
        search = self._newest

        def work() -> tuple[PaletteLine, ...] | None:
            if search != self._newest:
                return None
            browsing = self._open()
            count = browsing.find(Filters(words=typed), Order.NEWEST)
            if count is None or search != self._newest:
                return None
            receipts = browsing.page(0, min(count, _LOOKED_AT))
            return self._lines(words, typed, receipts, count)

        return work

    def move(self, books: Books) -> None:
        """Read another ledger from now on; after :meth:`close`."""
        self._books = books

    def close(self) -> None:
        """Close the list and its ledger, both open again when needed; on the lane."""
        if self._browsing is not None:
            self._browsing.close()
            self._browsing = None
        self._books.close()

    def _lines(
        self, words: Words, typed: str, receipts: "list[Receipt]", count: int
    ) -> tuple[PaletteLine, ...]:
        lines, here = [*_people(words, typed, receipts)], self._zone()
        for receipt in receipts[:_ENTRIES]:
            fact = receipt.fact
            zone = receipt.zone if receipt.cycle_start is not None else here
            when = words.day_time(fact.start, zone)
            detail = f"{direction(words, fact)} · {when}"
            lines.append(
                PaletteLine(f"entry:{receipt.id}", who(words, fact), detail, mark=mark(fact))
            )
        if count > _ENTRIES:
            every = words.say("Show all {n} entries found", n=count)
            lines.append(PaletteLine(f"all:{typed}", every, mark="list"))
        return tuple(lines)

    def _open(self) -> "Browsing":
        if self._browsing is None:
            # Here because an action brings SQLAlchemy, and the first frame does without.
            from app.actions.browse_entries import Browsing

            self._browsing = Browsing(self._books.ledger())
        return self._browsing


def _people(words: Words, typed: str, receipts: "list[Receipt]") -> list[PaletteLine]:
    """Name those at the other end whom the words themselves name, each once."""
    parts = [part.phrase for part in sought(typed)]
    lines: dict[str, PaletteLine] = {}
    for receipt in receipts:
        fact = receipt.fact
        if not fact.far or fact.far.startswith("erased:"):
            continue
        named = fact.name.casefold()
        digits = "".join(filter(str.isdigit, typed))
        if any(part in named for part in parts if part) or (digits and digits in fact.far):
            lines.setdefault(
                f"who:{fact.far}",
                PaletteLine(
                    f"who:{fact.far}", who(words, fact), words.say("all entries"), mark="pool"
                ),
            )
    return list(lines.values())[:_PEOPLE] if len(receipts) > 1 else []
