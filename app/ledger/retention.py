"""Old entries without their numbers and names: which they are, and erasing them part by part."""

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from app.domain.call_report import Guess
from app.domain.following import guessed
from app.domain.instant import Instant
from app.domain.numbers import parse
from app.ledger.driver import driver
from app.ledger.erasing import (
    begin_erasing,
    erase_taken,
    refresh,
    take_all_versions,
    take_numbers,
)
from app.ledger.ledger import Writing
from app.ledger.live import open_calls
from app.ledger.live_ends import record_end
from app.ledger.renaming import rename_records

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OURS = "CREATE TEMP TABLE ours (id INTEGER PRIMARY KEY)"
_FROM = """
    FROM fact f JOIN number n ON n.id = f.far_id
    WHERE f.start_us < ? AND (f.start_us, f.id) > (?, ?)
        AND (f.name <> '' OR f.note <> '' OR f.tags <> '' OR (
            n.text NOT LIKE 'erased:%' AND f.far_id <> f.own_id
            AND f.far_id NOT IN (SELECT id FROM temp.ours)))
        AND NOT EXISTS (SELECT 1 FROM superseded s WHERE s.fact_id = f.id)
"""
_NUMBERS = """
    SELECT n.id FROM number n WHERE n.id IN (
        SELECT far_id FROM fact WHERE id IN (SELECT id FROM temp.gone)
        UNION SELECT o.id FROM leg l JOIN number o ON o.text IN (l.origin, l.destination)
              WHERE l.fact_id IN (SELECT id FROM temp.gone))
        AND n.text NOT LIKE 'erased:%' AND n.id NOT IN (SELECT id FROM temp.ours)
"""


class Place(NamedTuple):
    """Up to which entry the work is done."""

    start: int = -(2**63)
    fact_id: int = 0


def count_older(connection: "Connection", before: Instant) -> int:
    """Count the entries from before an instant that still have a number, name, note or tag.

    With the calls that have been open since before it, for their end was surely never told.
    """
    return count_in(driver(connection), before)


def count_in(raw: sqlite3.Connection, before: Instant) -> int:
    """Count the same in a copy, of which SQLite's own connection is all there is."""
    _note_ours(raw)
    (entries,) = raw.execute(f"SELECT count(*) {_FROM}", (before, *Place())).fetchone()
    (lost,) = raw.execute("SELECT count(*) FROM open_call WHERE rang_us < ?", (before,)).fetchone()
    return int(entries) + int(lost)


def erase_older(
    writing: Writing, before: Instant, after: Place, most: int
) -> tuple[int, Place | None]:
    """Erase the next entries from before an instant; returns how many, and where to go on.

    Numbers of people who use this ledger stay: they are nobody's contact.
    """
    connection = writing.connection
    raw = driver(connection)
    if after == Place():
        _end_lost(writing, before)
    _note_ours(raw)
    begin_erasing(connection)
    rows = raw.execute(
        f"SELECT f.start_us, f.id {_FROM} ORDER BY f.start_us, f.id LIMIT ?",
        (before, *after, most),
    ).fetchall()
    if not rows:
        return 0, None
    raw.executemany("INSERT INTO temp.gone VALUES (?1, ?1)", [(row[1],) for row in rows])
    entries = take_all_versions(connection)
    take_numbers(connection, writing.rules, _NUMBERS)
    rename_records(writing)
    erase_taken(connection, writing.rules, own=False)
    refresh(writing)
    return entries, Place(*rows[-1])


def _end_lost(writing: Writing, before: Instant) -> None:
    """Record the calls that have been open since before an instant, and forget ids of others."""
    for call in open_calls(writing.connection):
        if call.rang < before:
            record_end(writing, guessed(call, Guess.NEVER_TOLD), call.rang)
    driver(writing.connection).execute("DELETE FROM closed_call WHERE at_us < ?", (before,))


def _note_ours(raw: sqlite3.Connection) -> None:
    """Note the numbers of the people who use this ledger."""
    raw.execute("DROP TABLE IF EXISTS temp.ours")
    raw.execute(_OURS)
    raw.execute("INSERT INTO temp.ours SELECT number_id FROM own_number")
    phones = [parse(row[0]).text for row in raw.execute("SELECT phone FROM agent WHERE phone<>''")]
    raw.executemany(
        "INSERT OR IGNORE INTO temp.ours SELECT id FROM number WHERE text=?",
        [(phone,) for phone in phones],
    )
