"""How long it takes to record one call for good in a large ledger, beside one plain row."""

import os
import sqlite3
from itertools import count
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from app.actions.record import HAND, new_id, record
from app.domain.event import Call, Direction
from app.domain.instant import SECOND, Instant
from app.ledger.convert import INSERT_CALL, call_row
from app.ledger.ledger import Ledger, ledger_path
from app.ledger.tables import fact
from tests.bench.ledgers import CACHE, LARGE, ME, copy_of
from tests.bench.plain_sqlite import connected
from tests.bench.rounds import Seconds, clocked, in_turn, milliseconds
from tests.bench.row import Measured, Row
from tests.support.ledgers import FAR, NOW, OWN

_ROUNDS = 400
_PAST = 16 * 3600


def measure() -> Measured:
    """Record a call and commit a row in turn; the quicker quarter of each."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=CACHE) as folder:
        data = copy_of(LARGE, Path(folder) / "data")
        plain = connected(Path(folder) / "plain.db", durable=True)
        columns = ", ".join(column.name for column in fact.columns if not column.primary_key)
        plain.execute(f"CREATE TABLE fact (id INTEGER PRIMARY KEY, {columns})")
        os.sync()  # what the copy left to write is not to be waited for below
        with Ledger(ledger_path(data)) as ledger:
            record(ledger, _call(0))  # plans and people are read once in a program's life
            numbers = count(1)

            def ours() -> Seconds:
                call = _call(next(numbers))
                return clocked(lambda: record(ledger, call))()

            def against() -> Seconds:
                number = next(numbers)
                row = call_row(number, _call(number), (1, 1, 1, 1), None)
                return clocked(lambda: _commit(plain, row))()

            found, beside = map(_quartile, in_turn(ours, against, _ROUNDS))
        plain.close()
    return Measured(milliseconds(found), milliseconds(beside), found / beside)


def _quartile(seconds: list[Seconds]) -> Seconds:
    # Not the median: what else the machine does costs the side that computes more.
    return quantiles(seconds, n=4)[0]


def _commit(plain: sqlite3.Connection, row: tuple[object, ...]) -> None:
    plain.execute("BEGIN IMMEDIATE")
    plain.execute(INSERT_CALL, row)
    plain.execute("COMMIT")


def _call(number: int) -> Call:
    start = Instant(NOW - (_PAST - number * 60) * SECOND)
    return Call(HAND, new_id(), start, 185 * SECOND, Direction.OUTBOUND, OWN, FAR, agent=ME)


ROW = Row(
    "record",
    f"record one call among {LARGE:,}",
    "one durable row, plain `sqlite3`",
    3.0,
    1.5,
    "Ours: a call entered by hand, with its charge, totals and crossing, in a ledger that is open, "
    "on the disk when the action returns. Against: the row of such a call alone, in a "
    "table without an index, committed as durably to the same disk with the same pragmas. "
    f"The time that a quarter of {_ROUNDS} rounds each, in turn, kept below.",
    measure,
)
