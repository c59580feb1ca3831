"""How long it takes to record one call for good in a large ledger, beside one plain row."""

from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from app.actions.record import HAND, new_id, record
from app.domain.event import Call, Direction
from app.domain.instant import SECOND, Instant
from app.ledger.ledger import Ledger, ledger_path
from tests.bench.ledgers import CACHE, LARGE, ME, copy_of
from tests.bench.plain_sqlite import connected
from tests.bench.rounds import Seconds, clocked, in_turn, milliseconds
from tests.bench.row import Measured, Row
from tests.support.ledgers import FAR, NOW, OWN

_ROUNDS = 200
_PAST = 12 * 3600


def measure() -> Measured:
    """Record a call and commit a row in turn; the median of each."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=CACHE) as folder:
        data = copy_of(LARGE, Path(folder) / "data")
        plain = connected(Path(folder) / "plain.db", durable=True)
        plain.execute("CREATE TABLE call (id INTEGER PRIMARY KEY, name TEXT, start_us INTEGER)")
        row = "INSERT INTO call (name, start_us) VALUES (?, ?)"
        with Ledger(ledger_path(data)) as ledger:
            record(ledger, _call(0))  # plans and people are read once in a program's life
            numbers = count(1)

            def ours() -> Seconds:
                call = _call(next(numbers))
                return clocked(lambda: record(ledger, call))()

            against = clocked(lambda: plain.execute(row, (new_id(), NOW)))
            found, beside = map(median, in_turn(ours, against, _ROUNDS))
        plain.close()
    return Measured(milliseconds(found), milliseconds(beside), found / beside)


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
    "on the disk when the action returns. Against: one row of three columns, committed as durably "
    f"to the same disk with the same pragmas. The median of {_ROUNDS} rounds each, in turn.",
    measure,
)
