"""A list of entries, narrowed and in order, of which pages are read: a million of them as well.

What was found stands in a temporary table of a connection of its own, so that a page is read by
its rows and SQLite does the whole work outside of Python. All entries, the newest first, need no
such table until somebody looks far down.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from app.domain.filters import Choices, Filters, Order
from app.domain.receipt import Receipt
from app.ledger.driver import driver
from app.ledger.engine import explained, reading_engine
from app.ledger.ledger import Ledger
from app.ledger.lists.choices import choices
from app.ledger.lists.entries import entry_count, receipts_of
from app.ledger.lists.fates import fates_asked, lay_out_fates
from app.ledger.lists.finding import find
from app.ledger.lists.found import Found
from app.ledger.people import People
from app.ledger.rulebook import load_rules, rules_version
from app.ledger.snapshot import Snapshot

if TYPE_CHECKING:
    from app.domain.rules import Rules

__all__ = ["Choices", "Filters", "Interrupted", "Listing", "Order", "choices"]

_EVERYTHING = Filters()
_NO_FATES: tuple[int, frozenset[int]] = (-1, frozenset())
#: After so many steps of SQLite a running search looks whether it should stop: a few milliseconds.
_STEPS = 100_000


class Interrupted(Exception):  # noqa: N818 - nothing went wrong
    """The search was told to stop; what was found before is forgotten."""


class Listing:
    """One result, of which pages are read. For one thread, except ``interrupt``.

    Errors of the file are raised as LedgerProblem.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._path = ledger.path
        self._engine = reading_engine(ledger.path)
        self._open: Connection | None = None
        self._rules: Rules | None = None
        self._found = Found()
        #: The state of the file in which the result was found.
        self._seen = -1
        #: The state in which the table of fates was made, and what it holds.
        self._fates = _NO_FATES
        self._stop = Event()

    def close(self) -> None:
        """Close the connection; a result is forgotten."""
        if self._open is not None:
            self._open.close()
            self._open = None
        self._engine.dispose()

    def find(self, filters: Filters, order: Order = Order.NEWEST) -> int:
        """Find entries, forget those found before, and return how many there are.

        Raises Interrupted where another thread calls ``interrupt`` meanwhile.
        """
        self._stop.clear()
        self._found = Found()
        with explained(self._path), self._stopping(), self._reading() as snapshot:
            connection = snapshot.connection
            self._seen = self._version()
            in_table = filters != _EVERYTHING or order is not Order.NEWEST
            if in_table:
                self._prepare_fates(snapshot, fates_asked(filters, order))
                count = find(snapshot, filters, order)
            else:
                count = entry_count(snapshot)
            last_id = connection.exec_driver_sql(
                "SELECT coalesce(max(id), 0) FROM fact"
            ).scalar_one()
        self._found = Found(count, last_id, in_table=in_table)
        return count

    def interrupt(self) -> None:
        """Stop the search that runs now, if any; for other threads."""
        self._stop.set()

    def page(self, first: int, count: int) -> list[Receipt]:
        """Return receipts of the rows from ``first`` on, each by the present version."""
        with explained(self._path), self._reading() as snapshot:
            ids = self._found.rows(snapshot.connection, first, count)
            return list(receipts_of(snapshot, ids, with_room=False))

    def ids(self, spans: Sequence[tuple[int, int]]) -> list[int]:
        """Return the ids of the entries in spans of rows, (first, count) each."""
        with explained(self._path), self._reading() as snapshot:
            found = (self._found.rows(snapshot.connection, *span) for span in spans)
            return [entry_id for ids in found for entry_id in ids]

    def place_of(self, entry_id: int) -> int | None:
        """Return the row of an entry, whichever version of it the id is of."""
        with explained(self._path), self._reading() as snapshot:
            return self._found.place_of(snapshot.connection, entry_id)

    def places_of(self, entry_ids: Sequence[int]) -> list[int | None]:
        """Return the rows of several entries."""
        with explained(self._path), self._reading() as snapshot:
            return self._found.places_of(snapshot.connection, entry_ids)

    def changed(self) -> bool:
        """Tell whether anybody wrote to the ledger since the last search."""
        with explained(self._path):
            return self._version() != self._seen

    def _prepare_fates(self, snapshot: Snapshot, asked: frozenset[int]) -> None:
        seen, held = self._fates
        if asked and not (seen == self._seen and asked <= held):
            self._fates = self._seen, lay_out_fates(snapshot, asked)

    @contextmanager
    def _stopping(self) -> Iterator[None]:
        raw = driver(self._connection())
        raw.set_progress_handler(self._stop.is_set, _STEPS)
        try:
            yield
        except BaseException as error:
            # The temporary tables of a transaction that failed are gone.
            self._fates = _NO_FATES
            if isinstance(error, sqlite3.OperationalError) and self._stop.is_set():
                raise Interrupted from error
            raise
        finally:
            raw.set_progress_handler(None, 0)

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        connection = self._connection()
        with connection.begin():
            people = People(connection)
            if self._rules is None or self._rules.version != rules_version(connection):
                self._rules = load_rules(connection, people)
            yield Snapshot(connection, people, self._rules)

    def _connection(self) -> Connection:
        if self._open is None:
            self._open = self._engine.connect()
            # In memory, because names and numbers must not be left in a folder for all.
            driver(self._open).execute("PRAGMA temp_store=MEMORY")
            driver(self._open).execute("PRAGMA cache_size=-16000")
        return self._open

    def _version(self) -> int:
        (version,) = driver(self._connection()).execute("PRAGMA data_version").fetchone()
        return int(version)
