"""The one door to the ledger: write transactions with their caches, and reading snapshots."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, PoolProxiedConnection

from app.domain.event import Fact
from app.domain.instant import BEGINNING, Instant
from app.domain.plan import Line
from app.domain.rules import Rules
from app.ledger.driver import driver
from app.ledger.engine import explained, reading_engine, set_durable, writing_engine
from app.ledger.people import People
from app.ledger.rebuild import Progress, rebuild
from app.ledger.register import Register
from app.ledger.rulebook import load_rules, rules_version
from app.ledger.schema import prepare
from app.ledger.snapshot import Snapshot
from app.ledger.store import Stored, store

FILE_NAME = "ledger.db"


#: A connection, and a number that differs once another one has written since it was asked.
Seen = tuple[sqlite3.Connection, int]


class Writing:
    """One write transaction: everything in it is kept together or not at all.

    ``only_stored``: nothing but facts was written, so the register still knows the people as they
    are. ``seen``: the state of the file in which that is so.
    """

    def __init__(
        self, connection: Connection, register: Register, rules: Rules, seen: Seen
    ) -> None:
        self.register = register
        self.rules = rules
        self.only_stored = True
        self.seen = seen
        self._connection = connection

    @property
    def connection(self) -> Connection:
        """The transaction itself; whoever takes it may change whom entries belong to."""
        self.only_stored = False
        return self._connection

    def store(self, facts: Sequence[Fact], import_id: int | None = None) -> Stored:
        """Write facts with their charges, totals and crossings."""
        return store(self._connection, self.rules, self.register, facts, import_id)

    def change_rules(
        self,
        since: Instant = BEGINNING,
        lines: Sequence[Line] = tuple(Line),
        progress: Progress | None = None,
    ) -> None:
        """Take up rules that this transaction just changed, and rate again what they touch."""
        self.connection.exec_driver_sql("UPDATE profile SET rules_version = rules_version + 1")
        self.register = Register(self.connection)
        self.rules = load_rules(self.connection, self.register.people)
        rebuild(
            self.connection, self.rules, self.register,
            since=since, lines=lines, progress=progress,
        )  # fmt: skip


class Ledger:
    """A ledger file, open. Errors of the file are raised as LedgerProblem."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = writing_engine(path)
        self._reader = reading_engine(path)
        #: Writers of this process wait for each other here, those of others in SQLite.
        self._turn = Lock()
        self._open: Connection | None = None
        self._kept: Writing | None = None
        self._read_rules: Rules | None = None
        self._watch: PoolProxiedConnection | None = None
        try:
            with explained(path):
                prepare(path, self._writer)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[Writing]:
        """Begin a write transaction; commits at the end, undoes everything on an error."""
        with explained(self.path), self._turn:
            try:
                connection = self._connected()
                set_durable(connection, durable=durable)
                with connection.begin():
                    writing = self._begin(connection)
                    yield writing
            except BaseException:
                # Row ids learnt in a transaction that did not happen mean nothing.
                self._kept = None
                self._disconnect()
                raise
            self._kept = writing

    @contextmanager
    def reading(self) -> Iterator[Snapshot]:
        """Begin a reading transaction: one state of the ledger, whatever is written meanwhile."""
        with explained(self.path), self._reader.connect() as connection, connection.begin():
            people = People(connection)
            if self._read_rules is None or self._read_rules.version != rules_version(connection):
                self._read_rules = load_rules(connection, people)
            yield Snapshot(connection, people, self._read_rules)

    def changes(self) -> int:
        """Return a number that differs once another program or thread has written."""
        with explained(self.path):
            if self._watch is None:
                # SQLite tells it per connection, so this one is kept for nothing else.
                self._watch = self._reader.raw_connection()
            cursor = self._watch.cursor()
            cursor.execute("PRAGMA data_version")
            version = cursor.fetchall()[0][0]
            cursor.close()
            return int(version)

    def others(self) -> Seen:
        """Return what differs once anybody but this ledger's own transactions has written."""
        with explained(self.path), self._turn:
            return _seen(self._connected())

    def close(self) -> None:
        """Close the file; a closed ledger can be opened again."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        self._disconnect()
        # The writer last: only a connection that may write folds the write-ahead log away.
        self._reader.dispose()
        self._writer.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _connected(self) -> Connection:
        # Kept from one transaction to the next: connecting takes as long as half a record.
        if self._open is None:
            self._open = self._writer.connect()
        return self._open

    def _disconnect(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    def _begin(self, connection: Connection) -> Writing:
        kept, seen = self._kept, _seen(connection)
        if kept is None or (kept.seen != seen and kept.rules.version != rules_version(connection)):
            register = Register(connection)
            rules = load_rules(connection, register.people)
            return Writing(connection, register, rules, seen)
        if not kept.only_stored or kept.seen != seen:
            kept.register.refresh_people(connection)
        return Writing(connection, kept.register, kept.rules, seen)


def _seen(connection: Connection) -> Seen:
    raw = driver(connection)
    (version,) = raw.execute("PRAGMA data_version").fetchone()
    return raw, version


def ledger_path(folder: Path) -> Path:
    """Return where the ledger of a data folder lies, whether or not it exists."""
    return folder / FILE_NAME
