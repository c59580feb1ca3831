"""How a connection has fared so far: what the next round starts from."""

from typing import TYPE_CHECKING, NamedTuple

from app.domain.connection import Provider, Right
from app.domain.instant import Instant
from app.ledger.convert import CALL

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

    from app.ledger.ledger import Writing

_LATEST = """
    SELECT f.external_id, f.start_us FROM fact f JOIN source s ON s.id = f.source_id
    WHERE s.provider=? AND s.account=? AND f.kind=? ORDER BY f.start_us DESC LIMIT ?
"""


class SoFar(NamedTuple):
    """When it was added and when its last good round was, ``None`` before; what its key lacks."""

    added: Instant
    synced: Instant | None
    lacking: tuple[Right, ...]


def so_far(connection: "Transaction", connection_id: int) -> SoFar | None:
    """Return how a connection has fared, ``None`` where it was removed."""
    row = connection.exec_driver_sql(
        "SELECT added_us, synced_us, lacking FROM connection WHERE id=?", (connection_id,)
    ).first()
    if row is None:
        return None
    added, synced, lacking = row
    return SoFar(
        Instant(added),
        None if synced is None else Instant(synced),
        tuple(Right(word) for word in lacking.split()),
    )


def read_so_far(connection: "Transaction", connection_id: int, part: str) -> int:
    """Return how many records of a first reading have come; 0 once it reached the beginning."""
    row = connection.exec_driver_sql(
        "SELECT read FROM connection_part WHERE connection_id=? AND part=? AND NOT whole",
        (connection_id, part),
    ).first()
    return 0 if row is None else int(row[0])


def refused_so_far(connection: "Transaction", connection_id: int) -> int:
    """Return how many records of a connection were not taken."""
    (count,) = connection.exec_driver_sql(
        "SELECT count(*) FROM refused_record WHERE connection_id=?", (connection_id,)
    ).one()
    return int(count)


def postpone(writing: "Writing", connection_id: int, due: Instant) -> None:
    """Let the next round come at an instant, whatever came of the last one."""
    writing.connection.exec_driver_sql(
        "UPDATE connection SET due_us=? WHERE id=?", (due, connection_id)
    )


def regions_called(connection: "Transaction") -> tuple[str, ...]:
    """Return the regions (ISO-2) of all numbers that records name, in order."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT region FROM number WHERE length(region) = 2 ORDER BY region"
    )
    return tuple(row[0] for row in rows)


def accounts_with_entries(connection: "Transaction", provider: Provider) -> tuple[str, ...]:
    """Return the accounts of a provider whose entries the ledger has, connected or not."""
    rows = connection.exec_driver_sql(
        "SELECT account FROM source WHERE provider=? AND account<>'' ORDER BY id", (provider.value,)
    )
    return tuple(row[0] for row in rows)


def latest_calls(
    connection: "Transaction", provider: Provider, account: str, most: int
) -> tuple[tuple[str, Instant], ...]:
    """Return the last calls of an account: their ids, and when they began."""
    rows = connection.exec_driver_sql(_LATEST, (provider.value, account, CALL, most))
    return tuple((row[0], Instant(row[1])) for row in rows)
