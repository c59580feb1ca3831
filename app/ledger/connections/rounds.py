"""How the rounds with providers went, as status asks for it: cheap, and without SQLAlchemy."""

from typing import TYPE_CHECKING

from app.domain.instant import Instant
from app.domain.trust import Rounds
from app.ledger.company.rounds import read_trouble

if TYPE_CHECKING:
    from sqlalchemy import Connection

# One that was just added has its first round to come: its figures are as old as the connection.
_FEEDING = """
    SELECT coalesce(synced_us, added_us), trouble FROM connection
    WHERE paused=0 AND counts_toward <> 'none' ORDER BY id
"""


def rounds_of_connections(connection: "Connection") -> list[Rounds]:
    """Return how the rounds of those connections went that feed the meters."""
    rows = connection.exec_driver_sql(_FEEDING)
    return [Rounds(Instant(row[0]), read_trouble(row[1])) for row in rows]
