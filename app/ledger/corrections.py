"""Versions of an entry that a person changed: kept beside what the source itself says.

A correction is one more version of a record. The version it corrects stays as the *base*, so that a
later report of the source is merged with what the source said before, and the person's changes are
laid over the result (:mod:`app.ledger.standing`).
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CHUNK = 900


class Correction(NamedTuple):
    """What a corrected version rests on: the version of its source, and the change that made it."""

    base_id: int
    change_id: int


def corrections(connection: "Connection", ids: Sequence[int]) -> dict[int, Correction]:
    """Return which of these versions are corrections."""
    raw = driver(connection)
    if not ids or not any_corrections(connection):
        return {}
    found: dict[int, Correction] = {}
    for start in range(0, len(ids), _CHUNK):
        part = tuple(ids[start : start + _CHUNK])
        marks = ",".join("?" * len(part))
        query = f"SELECT fact_id, base_id, change_id FROM correction WHERE fact_id IN ({marks})"  # noqa: S608
        found.update((row[0], Correction(row[1], row[2])) for row in raw.execute(query, part))
    return found


def any_corrections(connection: "Connection") -> bool:
    """Tell whether anybody ever corrected anything."""
    row = driver(connection).execute("SELECT 1 FROM correction LIMIT 1").fetchone()
    return row is not None


def add_corrections(connection: "Connection", rows: Iterable[tuple[int, Correction]]) -> None:
    """Note which new versions are corrections."""
    driver(connection).executemany(
        "INSERT INTO correction VALUES (?, ?, ?)", [(made, *on) for made, on in rows]
    )
