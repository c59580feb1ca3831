"""Find entries: the ids of all that match, oldest first."""

from contextlib import closing

from app.domain.filters import Filters, Order
from app.ledger.ledger import Ledger
from app.ledger.lists.listing import Listing


def find_entries(ledger: Ledger, filters: Filters) -> list[int]:
    """Return the ids of the entries that match, however many."""
    with closing(Listing(ledger)) as listing:
        count = listing.find(filters, Order.OLDEST)
        return listing.ids([(0, count)])
