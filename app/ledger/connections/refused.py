"""Records that were not taken: all are counted, and of the newest ones the reason is kept."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.accounts import RefusedRecord
from app.domain.instant import Instant
from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

#: Of so many records of a part the reason is kept.
TOLD = 100
_KEEP = """
    INSERT INTO refused_record VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET reason = excluded.reason, places = excluded.places,
        at_us = excluded.at_us
"""
_FORGET = """
    UPDATE refused_record SET reason='', places=''
    WHERE connection_id=?1 AND part=?2 AND reason <> '' AND external_id NOT IN (
        SELECT external_id FROM refused_record WHERE connection_id=?1 AND part=?2 AND reason <> ''
        ORDER BY at_us DESC, external_id LIMIT ?3)
"""
_TOLD = """
    SELECT part, external_id, reason, places FROM refused_record
    WHERE connection_id=? AND reason <> '' ORDER BY at_us DESC, part, external_id LIMIT ?
"""


def keep_refused(
    transaction: "Transaction",
    place: tuple[int, str],
    refused: Sequence[RefusedRecord],
    now: Instant,
) -> None:
    """Keep which records of a part were not taken; one that comes again is counted once."""
    if not refused:
        return
    rows = [
        (*place, _whole(each.external_id), each.reason, _written(each), now) for each in refused
    ]
    raw = driver(transaction)
    raw.executemany(_KEEP, rows)
    raw.execute(_FORGET, (*place, TOLD))


def take_back_refused(
    transaction: "Transaction", place: tuple[int, str], ids: Sequence[str]
) -> None:
    """Forget that records were refused, because they were taken or are no more."""
    raw = driver(transaction)
    query = "SELECT 1 FROM refused_record WHERE connection_id=? AND part=? LIMIT 1"
    if ids and raw.execute(query, place).fetchone() is not None:
        raw.executemany(
            "DELETE FROM refused_record WHERE connection_id=? AND part=? AND external_id=?",
            [(*place, each) for each in ids],
        )


def refused_of(connection: "Transaction", connection_id: int) -> tuple[RefusedRecord, ...]:
    """Return the newest records that were not taken, with the reasons."""
    rows = connection.exec_driver_sql(_TOLD, (connection_id, TOLD))
    return tuple(RefusedRecord(row[0], row[1], row[2], json.loads(row[3])) for row in rows)


def _written(refused: RefusedRecord) -> str:
    places = {name: _whole(str(value)) for name, value in refused.places.items()}
    return json.dumps(places, ensure_ascii=False)


def _whole(text: str) -> str:
    """Replace halves of surrogate pairs: JSON can write them, but a ledger cannot keep them."""
    return text.encode("utf-8", "replace").decode()
