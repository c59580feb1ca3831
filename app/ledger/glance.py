"""A glance at the ledger with nothing but SQLite: the same statements, without what writing needs.

Loading SQLAlchemy takes longer than everything else a first look does, so a process that only looks
once, while the window is being built, does without it. Everything that stays or writes goes through
:class:`app.ledger.ledger.Ledger`.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, cast

from app.ledger.people import People
from app.ledger.rulebook import load_rules
from app.ledger.snapshot import Snapshot

Row = tuple[Any, ...]


class Readable(Protocol):
    """What can be read from: a ledger, or a glance at one."""

    def reading(self) -> Any:
        """Begin a reading transaction, as a context that gives a Snapshot."""


class Glance:
    """Reads one state of a ledger file; sqlite3.Error when it cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def reading(self) -> Iterator[Snapshot]:
        """Begin a reading transaction."""
        uri = f"{self._path.absolute().as_uri()}?mode=ro"
        raw = sqlite3.connect(uri, uri=True, isolation_level=None)
        try:
            raw.execute("BEGIN")
            # Any: it answers the calls that readers make, and nothing else of a Connection.
            connection = cast(Any, _Plain(raw))
            people = People(connection)
            yield Snapshot(connection, people, load_rules(connection, people))
        finally:
            raw.close()


class _Plain:
    """Answers as a connection does where statements are plain SQL."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self.dbapi_connection = raw

    @property
    def connection(self) -> "_Plain":
        return self

    def exec_driver_sql(self, statement: str, values: Row = ()) -> "_Found":
        return _Found(self.dbapi_connection.execute(statement, values))


class _Found:
    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    def __iter__(self) -> Iterator[Row]:
        return iter(self._cursor)

    def all(self) -> list[Row]:
        return self._cursor.fetchall()

    def first(self) -> Row | None:
        return cast(Row | None, self._cursor.fetchone())

    def one(self) -> Row:
        (row,) = self._cursor.fetchall()
        return cast(Row, row)
