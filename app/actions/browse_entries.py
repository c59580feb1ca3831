"""Browse entries: one list kept open, of which a window reads pages; for one thread."""

from collections.abc import Sequence

from app.domain.filters import Choices, Filters, Order
from app.domain.instant import Instant
from app.domain.receipt import Receipt
from app.ledger.ledger import Ledger
from app.ledger.lists.choices import choices
from app.ledger.lists.entries import entry_count
from app.ledger.lists.listing import Interrupted, Listing


class Browsing:
    """A list of entries; ``interrupt`` is for other threads."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._listing = Listing(ledger)

    def find(self, filters: Filters, order: Order) -> int | None:
        """Find entries and return how many there are, ``None`` where it was interrupted."""
        try:
            return self._listing.find(filters, order)
        except Interrupted:
            return None

    def interrupt(self) -> None:
        """Stop the search that runs now."""
        self._listing.interrupt()

    def total(self) -> int:
        """Return how many entries there are in all."""
        with self._ledger.reading() as snapshot:
            return entry_count(snapshot)

    def choices(self, now: Instant, zone: str) -> Choices:
        """Return what the list can be narrowed to; ``zone`` for months where there is no plan."""
        with self._ledger.reading() as snapshot:
            return choices(snapshot, now, zone)

    def page(self, first: int, count: int) -> list[Receipt]:
        """Return receipts of some lines."""
        return self._listing.page(first, count)

    def ids(self, spans: Sequence[tuple[int, int]]) -> list[int]:
        """Return the ids of the entries of spans of lines, first and count each."""
        return self._listing.ids(spans)

    def place_of(self, entry_id: str) -> int | None:
        """Return the line of an entry, ``None`` where it is not in the list."""
        return self._listing.place_of(int(entry_id)) if entry_id else None

    def places_of(self, entry_ids: Sequence[int]) -> list[int | None]:
        """Return the lines of several entries, ``None`` for those not in the list."""
        return self._listing.places_of(entry_ids)

    def changed(self) -> bool:
        """Tell whether anybody wrote since the last search."""
        return self._listing.changed()

    def close(self) -> None:
        """Close the list."""
        self._listing.close()
