"""How the rounds with providers went, as status asks for it: cheap, and without SQLAlchemy."""

from typing import TYPE_CHECKING

from app.domain.instant import Instant
from app.domain.trust import Rounds
from app.ledger.company.rounds import read_trouble

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FEEDING = """
    SELECT synced_us, trouble, name FROM connection
    WHERE paused=0 AND counts_toward <> 'none' ORDER BY id
"""


def rounds_of_connections(connection: "Connection") -> list[Rounds]:
    """Return how the rounds of those connections went that feed the meters."""
    rows = connection.exec_driver_sql(_FEEDING)
    return [
        Rounds(None if synced is None else Instant(synced), read_trouble(trouble), name)
        for synced, trouble, name in rows
    ]


def has_connections(connection: "Connection") -> bool:
    """Tell whether any account is connected, feeding the meters or not."""
    return connection.exec_driver_sql("SELECT 1 FROM connection LIMIT 1").first() is not None
