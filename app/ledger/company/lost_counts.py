"""Counts that the plan server acknowledged once and has no more: it was set back to a backup."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.book import PooledUse
from app.ledger.company.json_text import read_count
from app.ledger.company.outgoing import count_again

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.ledger.ledger import Writing

_OF_A_CYCLE = "ledger=(SELECT ledger_id FROM company) AND kind=? AND day BETWEEN ? AND ?"


def forget_lost(writing: "Writing", uses: Iterable[PooledUse]) -> bool:
    """Take the counts of cycles as not sent where the server holds less of mine than it said.

    More than that it may hold: another computer of mine sent them. Tells whether any was lost.
    """
    connection = writing.connection
    lost = [use for use in uses if use.mine < _acknowledged(connection, use)]
    for use in lost:
        connection.exec_driver_sql(
            f"UPDATE sent_count SET said=NULL WHERE {_OF_A_CYCLE}",  # noqa: S608 - our own words
            (use.kind.value, *_days(use)),
        )
    if lost:
        count_again(connection)
    return bool(lost)


def _acknowledged(connection: "Connection", use: PooledUse) -> int:
    rows = connection.exec_driver_sql(
        f"SELECT said FROM sent_count WHERE said IS NOT NULL AND {_OF_A_CYCLE}",  # noqa: S608
        (use.kind.value, *_days(use)),
    )
    return sum(read_count(use.kind, date.min, said).counted for (said,) in rows)


def _days(use: PooledUse) -> tuple[int, int]:
    return use.first.toordinal(), use.last.toordinal()
