"""The history of an entry: each version of it, and the report or the change that made it."""

from typing import TYPE_CHECKING

from app.domain.change import Version
from app.domain.event import Fact
from app.domain.instant import Instant
from app.ledger.changes import change_of
from app.ledger.changing import present_of
from app.ledger.convert import facts_by_id
from app.ledger.corrections import corrections
from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CHAIN = """
    WITH RECURSIVE chain(id) AS (
        SELECT ?
        UNION ALL
        SELECT s.fact_id FROM chain c JOIN superseded s ON s.by_id = c.id
    )
    SELECT chain.id, later.by_id, f.import_id, i.name, i.started_us
    FROM chain JOIN fact f ON f.id = chain.id
    LEFT JOIN superseded later ON later.fact_id = chain.id
    LEFT JOIN import_file i ON i.id = f.import_id
    ORDER BY chain.id
"""


def history(connection: "Connection", entry_id: int) -> list[Version]:
    """Read every version of an entry, the oldest first; empty when there is no such entry."""
    present = present_of(connection, [entry_id]).get(entry_id)
    if present is None:
        return []
    rows = driver(connection).execute(_CHAIN, (present,)).fetchall()
    facts = facts_by_id(connection, [row[0] for row in rows])
    on = corrections(connection, [row[0] for row in rows])
    versions, told = [], set()
    for number, later, _, file, started in rows:
        if later in on and on[later].base_id == number and _supersedes_two(rows, later):
            continue  # what a source newly said of a corrected entry stands with the version on it
        change = change_of(connection, on[number].change_id) if number in on else None
        if change is None or change.id in told:
            at = None if started is None else Instant(started)
            versions.append(Version(number, facts[number], at, file or ""))
        else:
            told.add(change.id)
            versions.append(Version(number, facts[number], change.at, "", change))
    return versions


def reported(connection: "Connection", entry_id: int) -> Fact | None:
    """Return what the source says of a corrected entry, ``None`` where nobody corrected it."""
    present = present_of(connection, [entry_id]).get(entry_id, entry_id)
    on = corrections(connection, [present]).get(present)
    return facts_by_id(connection, [on.base_id]).get(on.base_id) if on else None


def _supersedes_two(rows: list[tuple[int, int | None]], version: int) -> bool:
    return sum(row[1] == version for row in rows) > 1
