"""List entries: receipts of the first that match, and how many match."""

from contextlib import closing
from dataclasses import dataclass

from app.domain.filters import Filters, Order
from app.domain.receipt import Receipt
from app.ledger.ledger import Ledger
from app.ledger.lists.listing import Listing


@dataclass(frozen=True, slots=True)
class Listed:
    """``count``: how many entries match; ``first``: receipts of those at the head of the list."""

    count: int
    first: tuple[Receipt, ...]


def list_entries(
    ledger: Ledger | None, filters: Filters, order: Order = Order.NEWEST, *, limit: int
) -> Listed:
    """Return the head of the list, at most ``limit`` entries; without a ledger there are none."""
    if ledger is None:
        return Listed(0, ())
    with closing(Listing(ledger)) as listing:
        count = listing.find(filters, order)
        return Listed(count, tuple(listing.page(0, limit)))
