"""What is asked with every request, of an SQLite file: one row, past SQLAlchemy.

A row is found in a tenth of the time that SQLAlchemy takes to ask for it. PostgreSQL lies behind a
network, so there it would not be felt.
"""

import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Select


class Glances:
    """A connection of its own, made when it is first needed, that sees what was last committed."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], dialect: Dialect) -> None:
        self._connect = connect
        self._dialect = dialect
        self._connection: sqlite3.Connection | None = None
        self._turn = threading.Lock()
        self._written = lru_cache(maxsize=16)(self._write)

    def first(
        self, query: Select[*tuple[Any, ...]], values: Mapping[str, object]
    ) -> Sequence[Any] | None:
        """Return the first row; its columns come as SQLite has them, so plain numbers and texts."""
        statement, names = self._written(query)
        with self._turn:
            if self._connection is None:
                self._connection = self._connect()
            found = self._connection.execute(statement, [values[name] for name in names])
            row: tuple[Any, ...] | None = found.fetchone()
            # A statement that was not read to its end would hold on to an old state.
            found.close()
        return row

    def close(self) -> None:
        """Close the connection."""
        with self._turn:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _write(self, query: Select[*tuple[Any, ...]]) -> tuple[str, Sequence[str]]:
        compiled: Any = query.compile(dialect=self._dialect)
        return str(compiled), tuple(compiled.positiontup or ())
