"""Read the connections: how each fares, what was read, and who is who."""

from typing import TYPE_CHECKING

from app.domain.accounts import AccountsPage
from app.domain.instant import Instant
from app.ledger.connections.health import shown

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger


def read_accounts(ledger: "Ledger", now: Instant) -> AccountsPage:
    """Read all of them as of one state of the ledger."""
    with ledger.reading() as snapshot:
        return shown(snapshot, now)
