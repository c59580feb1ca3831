"""Records that are to be read again, because their state, segments or price are not final."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from app.domain.instant import DAY, MINUTE, Instant
from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

#: The first pause before a record is read again; every other one is twice as long, up to a day.
FIRST_PAUSE, LONGEST_PAUSE = 5 * MINUTE, DAY
#: A record that began longer ago than this and was asked for in vain stays as it is.
PATIENCE = 30 * DAY
# What seems to be further away than the longest pause, or is given up before its time, was planned
# by a clock that was ahead.
_DUE = """
    SELECT external_id FROM unfinished_record
    WHERE connection_id=? AND part=? AND (given_up=0 OR since_us>?) AND (next_us<=? OR next_us>?)
    ORDER BY next_us, external_id LIMIT ?
"""
_ADD = """
    INSERT OR IGNORE INTO unfinished_record
        (connection_id, part, external_id, since_us, next_us, step_us)
    VALUES (?, ?, ?, ?, ?, ?)
"""
_LATER = """
    UPDATE unfinished_record SET given_up = (? - since_us > ?), step_us = min(step_us * 2, ?),
        next_us = ? + min(step_us * 2, ?)
    WHERE connection_id=? AND part=? AND external_id=?
"""
_FINAL = "DELETE FROM unfinished_record WHERE connection_id=? AND part=? AND external_id=?"


def unfinished_due(
    connection: "Transaction", connection_id: int, part: str, now: Instant, most: int
) -> tuple[str, ...]:
    """Return the records of a part to read again now, those that wait longest first."""
    asked = (connection_id, part, now - PATIENCE, now, now + LONGEST_PAUSE, most)
    rows = driver(connection).execute(_DUE, asked)
    return tuple(row[0] for row in rows)


def keep_unfinished(
    transaction: "Transaction",
    place: tuple[int, str],
    began: Mapping[str, Instant],
    *,
    asked: Collection[str],
    final: Collection[str],
    now: Instant,
) -> None:
    """Keep which records of a part are not final; those asked for in vain wait twice as long.

    ``began``: when each of them began. ``final``: ids that nobody has to ask for any more.
    """
    raw = driver(transaction)
    new = [(*place, each, start, now + FIRST_PAUSE, FIRST_PAUSE) for each, start in began.items()]
    vain = sorted(set(asked) - set(final))
    if new:
        raw.executemany(_ADD, new)
    if vain:
        pause = (now, PATIENCE, LONGEST_PAUSE, now, LONGEST_PAUSE)
        raw.executemany(_LATER, [(*pause, *place, each) for each in vain])
    if final and _is_any(transaction, place):
        raw.executemany(_FINAL, [(*place, each) for each in sorted(final)])


def _is_any(transaction: "Transaction", place: tuple[int, str]) -> bool:
    query = "SELECT 1 FROM unfinished_record WHERE connection_id=? AND part=? LIMIT 1"
    return driver(transaction).execute(query, place).fetchone() is not None
