"""What people said of two records: one call, or two. Kept for good, each part of a change."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from app.domain.pairing import Pair, Said
from app.domain.twins import Rule, State
from app.ledger.driver import driver
from app.ledger.twins import rows_for

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CONFIRMED = (State.CONFIRMED, Rule.SAID)
_VERDICTS = """
    SELECT v.first, v.second, v.change_id, v.apart
    FROM verdict v JOIN change c ON c.id = v.change_id
    WHERE c.undone_us IS NULL AND v.{column} IN ({{}})
"""


def verdicts(connection: "Connection", identities: Collection[bytes]) -> dict[Pair, bool]:
    """Return what is said of these records, the newest first: ``True`` where they are two calls."""
    if driver(connection).execute("SELECT 1 FROM verdict LIMIT 1").fetchone() is None:
        return {}
    asked = sorted(identities)
    rows = {
        row
        for column in ("first", "second")
        for row in rows_for(connection, asked, _VERDICTS.format(column=column))
    }
    newest: dict[Pair, bool] = {}
    for first, second, _, apart in sorted(rows, key=lambda row: (-row[2], row[0], row[1])):
        newest.setdefault((first, second), bool(apart))
    return newest


def said_of(connection: "Connection", identities: Collection[bytes]) -> Said:
    """Return what is said of these records as pairing takes it."""
    found = verdicts(connection, identities)
    return Said(
        {pair: _CONFIRMED for pair, apart in found.items() if not apart},
        frozenset(pair for pair, apart in found.items() if apart),
    )


def add_verdicts(
    connection: "Connection", change_id: int, pairs: Sequence[Pair], *, apart: bool
) -> None:
    """Keep what a person said of pairs; it goes before what was said of them earlier."""
    driver(connection).executemany(
        "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?)",
        [(first, second, change_id, int(apart)) for first, second in pairs],
    )


def pairs_of_change(connection: "Connection", change_id: int) -> list[Pair]:
    """Return the pairs that a change was about."""
    rows = driver(connection).execute(
        "SELECT first, second FROM verdict WHERE change_id=?", (change_id,)
    )
    return [(row[0], row[1]) for row in rows]
