"""Statements handed to the database's own driver, for what is done with every upload.

SQLAlchemy takes several times as long to prepare such a statement as SQLite takes to run it. The
statements are read by SQLite and PostgreSQL alike; a "?" stands for each value.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

_Values = Sequence[object]


def rows(connection: Connection, statement: str, values: _Values) -> list[tuple[Any, ...]]:
    """Return all rows of a query, in the transaction of the connection."""
    cursor = connection.connection.cursor()
    cursor.execute(_worded(statement, connection.dialect.paramstyle), values)
    found = [tuple(row) for row in cursor.fetchall()]
    cursor.close()
    return found


def run(connection: Connection, statement: str, values: _Values) -> None:
    """Run a statement."""
    cursor = connection.connection.cursor()
    cursor.execute(_worded(statement, connection.dialect.paramstyle), values)
    cursor.close()


def insert_all(connection: Connection, statement: str, rows: Sequence[_Values]) -> None:
    """Insert all rows at once; ``{rows}`` in the statement is where their places go.

    With a statement for each row, other threads would come between twice as often.
    """
    marks = f"({', '.join('?' * len(rows[0]))})"
    written = statement.format(rows=", ".join([marks] * len(rows)))
    run(connection, written, [value for row in rows for value in row])


@lru_cache(maxsize=256)
def _worded(statement: str, style: str) -> str:
    return statement if style == "qmark" else statement.replace("?", "%s")
