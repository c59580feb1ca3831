"""Builders of connections as pages and commands show them."""

from app.domain.accounts import AccountShown, Health
from app.domain.connection import Connection, Provider
from app.domain.instant import MINUTE, Instant
from tests.support.meters import NOW

ACCOUNT = "9000001"


def a_connection(provider: Provider = Provider.HUBSPOT, **changes: object) -> Connection:
    """Make a connection, invented but for what is said of it."""
    said: dict[str, object] = {"name": "Sales", "account": ACCOUNT, "title": "Example Ltd"}
    return Connection(1, provider, **{**said, **changes})  # type: ignore[arg-type]


def shown(health: Health = Health.FINE, **changes: object) -> AccountShown:
    """Make a connection as it is shown: read five minutes ago, due at once."""
    said: dict[str, object] = {
        "connection": a_connection(),
        "synced": Instant(NOW - 5 * MINUTE),
        "due": NOW,
    }
    return AccountShown(health=health, **{**said, **changes})  # type: ignore[arg-type]
