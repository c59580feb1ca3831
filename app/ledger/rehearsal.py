"""A rehearsal: what other rules would make of the facts, tried beside the ledger.

Temporary tables hide those of the ledger that hold statements and what is derived from them, so the
code that saves is the code that rehearses. Facts are read where they lie. Nothing is written to the
file and nobody has to wait for it; when the rehearsal is over, all of it is gone.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from app.domain.event import Fact
from app.domain.instant import Instant
from app.domain.plan import Line
from app.ledger.charges import Batch
from app.ledger.convert import CALL, TEXT, facts_by_id
from app.ledger.driver import driver
from app.ledger.engine import explained, reading_engine
from app.ledger.ledger import Ledger
from app.ledger.people import People
from app.ledger.receipts import Bench
from app.ledger.rulebook import load_rules
from app.ledger.snapshot import Snapshot

DERIVED = ("charge", "total", "crossing")
_CHUNK = 4_000
#: Told after every chunk: how many more facts are done. Returns whether to stop.
Told = Callable[[int], bool]


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Somebody did not want the answer any more."""


@contextmanager
def rehearsing(ledger: Ledger) -> Iterator[Snapshot]:
    """Read one state of the ledger on a connection of its own, on which tables may be hidden."""
    engine = reading_engine(ledger.path)
    try:
        with explained(ledger.path), engine.connect() as connection:
            # In memory, because what people used must not be left in a folder for all.
            driver(connection).execute("PRAGMA temp_store=MEMORY")
            with connection.begin():
                people = People(connection)
                yield Snapshot(connection, people, load_rules(connection, people))
    finally:
        engine.dispose()


def hide(connection: Connection, tables: Iterable[str], *, copied: bool = False) -> None:
    """Hide tables behind temporary ones of the same make, empty or with the same rows."""
    for table in tables:
        (made,) = connection.exec_driver_sql(
            "SELECT sql FROM main.sqlite_master WHERE type='table' AND name=?", (table,)
        ).one()
        connection.exec_driver_sql(made.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
        if copied:
            connection.exec_driver_sql(
                f"INSERT INTO temp.{table} SELECT * FROM main.{table}"  # noqa: S608 - our own names
            )


def forget(connection: Connection) -> None:
    """Empty the hidden tables of what was derived."""
    for table in DERIVED:
        connection.exec_driver_sql(f"DELETE FROM temp.{table}")  # noqa: S608 - our own names


def facts_between(connection: Connection, line: Line, start: Instant, end: Instant) -> list[int]:
    """Return the ids of the present versions of the facts of a line in [start, end), by start."""
    rows = connection.exec_driver_sql(
        "SELECT f.id FROM fact f LEFT JOIN superseded s ON s.fact_id = f.id "
        "WHERE s.fact_id IS NULL AND f.kind=? AND f.start_us>=? AND f.start_us<? "
        "ORDER BY f.start_us, f.id",
        (CALL if line is Line.CALLS else TEXT, start, end),
    )
    return [row[0] for row in rows]


def rate(
    snapshot: Snapshot,
    ids: list[int],
    told: Told,
    taken_as: Callable[[Fact], Fact] = lambda fact: fact,
) -> None:
    """Rate facts by a snapshot's rules into hidden tables; Stopped where ``told`` says so."""
    for start in range(0, len(ids), _CHUNK):
        facts = facts_by_id(snapshot.connection, ids[start : start + _CHUNK])
        bench = Bench(snapshot, facts.values())
        batch = Batch(snapshot.connection, snapshot.rules)
        entries = (bench.entry(fact_id, fact) for fact_id, fact in facts.items())
        batch.add(entry._replace(fact=taken_as(entry.fact)) for entry in entries)
        batch.finish()
        if told(len(facts)):
            raise Stopped
