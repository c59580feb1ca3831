"""How fast a file of calls comes in, beside the same rows written plainly."""

import gc
from contextlib import AbstractContextManager
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from app.actions.import_file import CHUNK, ImportWishes, import_file
from app.ledger.ledger import Ledger
from tests.bench.ledgers import CACHE, NUMBERS
from tests.bench.plain_sqlite import connected
from tests.bench.rounds import Seconds, clocked, in_turn
from tests.bench.row import Measured, Row
from tests.support.exports import twilio_calls_csv
from tests.support.ledgers import NOW, ledger_with

_LINES = 200_000
_ROUNDS = 3
_KEPT = "SELECT f.*, i.digest FROM fact f JOIN identity i ON i.fact_id = f.id ORDER BY f.id"


class _Table(NamedTuple):
    """Rows and the names of their columns."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def measure() -> Measured:
    """Import and write plainly in turn; the quickest round of each."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=CACHE) as folder:
        file = twilio_calls_csv(Path(folder) / "calls.csv", _LINES, numbers=NUMBERS)
        table = _kept(file)
        # A million values that stay would slow down whoever makes new ones beside them.
        gc.freeze()
        rounds = in_turn(lambda: _import(file), lambda: _write(table), _ROUNDS)
        gc.unfreeze()
    ours, plainly = (_LINES / min(seconds) for seconds in rounds)
    return Measured(f"{ours:,.0f} rows/s", f"{plainly:,.0f} rows/s", ours / plainly)


def _import(file: Path) -> Seconds:
    with TemporaryDirectory(dir=CACHE) as folder, _ledger(folder) as ledger:
        return clocked(lambda: import_file(ledger, file, ImportWishes(), NOW))()


def _kept(file: Path) -> _Table:
    """The rows to write plainly: those that an import of the file leaves, with their ids."""
    with TemporaryDirectory(dir=CACHE) as folder, _ledger(folder) as ledger:
        import_file(ledger, file, ImportWishes(), NOW)
        with ledger.reading() as snapshot:
            result = snapshot.connection.exec_driver_sql(_KEPT)
            return _without_empty_columns(tuple(result.keys()), [tuple(row) for row in result])


def _without_empty_columns(columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> _Table:
    """Spare the plain side what no row fills: sqlite3 takes long over a NULL."""
    filled = [place for place in range(len(columns)) if any(row[place] is not None for row in rows)]
    pick = itemgetter(*filled)
    return _Table(pick(columns), [pick(row) for row in rows])


def _ledger(folder: str) -> AbstractContextManager[Ledger]:
    return ledger_with(Path(folder), "hubspot-professional", linked=True)


def _write(table: _Table) -> Seconds:
    columns = ", ".join(["id INTEGER PRIMARY KEY", *table.columns[1:]])
    marks = ", ".join("?" * len(table.columns))
    insert = f"INSERT INTO fact VALUES ({marks})"  # noqa: S608 - only marks
    with TemporaryDirectory(dir=CACHE) as folder:
        connection = connected(Path(folder) / "plain.db", durable=False)
        connection.execute(f"CREATE TABLE fact ({columns})")
        connection.execute("CREATE UNIQUE INDEX by_identity ON fact (digest)")
        connection.execute("CREATE INDEX by_start ON fact (start_us)")

        def work() -> None:
            for first in range(0, len(table.rows), CHUNK):
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(insert, table.rows[first : first + CHUNK])
                connection.execute("COMMIT")

        seconds = clocked(work)()
        connection.close()
    return seconds


ROW = Row(
    "import",
    f"import, rate and store {_LINES:,} calls",
    "the same rows, plain `sqlite3`",
    0.12,
    0.25,
    f"Ours: the whole import of a Twilio calls CSV with {NUMBERS:,} distinct numbers, each call "
    "with a leg and a price, into an empty ledger under HubSpot Professional with Twilio Connect. "
    "Against: `executemany` of the entries that this leaves, ready in memory, into one table with "
    "the same ids, the same indexes (identity, start), the same pragmas and as many rows in a "
    f"transaction. Rows a second; the quickest of {_ROUNDS} rounds each, in turn.",
    measure,
    higher=True,
)
