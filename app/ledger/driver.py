"""SQLite's own connection behind whatever a statement was going to be given to."""

import sqlite3
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from sqlalchemy import Connection


def driver(connection: "Connection") -> sqlite3.Connection:
    """Return SQLite's own connection, in the transaction that is open on this one.

    For the statements that make up every write: what SQLAlchemy does around a statement takes ten
    times as long as these take themselves.
    """
    return cast(sqlite3.Connection, connection.connection.dbapi_connection)
