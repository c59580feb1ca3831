"""SQLite files laid open: the call logs that softphones and proxies keep in one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import pathname2url

from app.domain.problem import Problem, mark
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import missing
from app.exchange.database_copy import private_copy
from app.exchange.format import Query, Shape
from app.exchange.formats import FORMATS
from app.exchange.origin import Origin, Reached, Rows
from app.exchange.record import Row
from app.exchange.text_file import reading

MAGIC = b"SQLite format 3\0"

#: Longest value or record in bytes; a longer one is damage, and could fill the memory.
_LONGEST = 1 << 20
# The message of an error may show bytes of a damaged file, which Python then fails to decode.
_TROUBLE = (sqlite3.Error, UnicodeDecodeError)
_FOREIGN = mark(
    "{file} is a database that holds no calls known here. Known are the call logs of Linphone and "
    "the call records of Kamailio."
)
_DAMAGED = mark("{file} is damaged and cannot be read. Close its program and copy the file again.")
_DAMAGED_HERE = mark("The database is damaged here; nothing after this record could be read")
_TOO_LONG = mark("The record is longer than a million bytes")


def database_origin(path: Path) -> Origin:
    """Lay a database open; Problem when it is damaged, or holds no table that is known."""
    try:
        with _opened(path) as connection:
            found = _known(connection)
    except _TROUBLE:
        raise Problem(_DAMAGED, file=path.name) from None
    if found is None:
        raise Problem(_FOREIGN, file=path.name)
    query, header = found
    with reading(path):
        size = path.stat().st_size

    def rows(reached: Reached) -> Iterator[Row]:
        with _opened(path) as connection:
            yield from _Walk(connection, query).rows(size, reached)

    return Rows(Shape.DATABASE, header, size, rows)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with private_copy(path) as copy:
        # In the mode "rw" it never makes a file, but takes the copy's unfinished changes in.
        address = f"file:{pathname2url(str(copy))}?mode=rw"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            connection.text_factory = _text
            # What the schema of a file from elsewhere defines must not run.
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA query_only = ON")
            yield connection


def _text(written: bytes) -> str:
    return written.decode("utf-8", "replace")


def _known(connection: sqlite3.Connection) -> tuple[Query, tuple[str, ...]] | None:
    """Find the first query of a known format that the tables of a database can answer."""
    # A view or a virtual table has no page of its own, and could be anything.
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type='table' AND rootpage>0")
    names = {str(name) for (name,) in tables}
    for each in FORMATS:
        for query in each.queries:
            header = _header(connection, query) if query.table in names else ()
            if header and not missing(each.columns, header):
                return query, header
    return None


def _header(connection: sqlite3.Connection, query: Query) -> tuple[str, ...]:
    try:
        cursor = connection.execute(_sql(query, "LIMIT 0"), (0,))
    except sqlite3.OperationalError:
        return ()  # another program's table, which lacks some of the columns
    return tuple(column[0] for column in cursor.description[1:])


def _sql(query: Query, limit: str) -> str:
    # Every part of it is written in this program.
    return (
        f"SELECT record._rowid_, {query.values} FROM {query.table} AS record {query.joins} "  # noqa: S608
        f"WHERE record._rowid_ > ? ORDER BY record._rowid_ {limit}"
    )


class _Walk:
    """All records of one query in the order of their row ids, which never lead back."""

    def __init__(self, connection: sqlite3.Connection, query: Query) -> None:
        self._connection = connection
        self._query = query
        self._number = 0
        self._last = 0

    def rows(self, size: int, reached: Reached) -> Iterator[Row]:
        """Give every record; one that is too long costs itself only, damage ends the file."""
        try:
            lowest, highest = self._one("min(_rowid_)") or 0, self._one("max(_rowid_)") or 0
            self._last, span = lowest - 1, max(1, highest - lowest + 1)
            reached.told = lambda: size * min(span, self._last - lowest + 1) // span
            while self._last < highest:
                try:
                    yield from self._following()
                    self._last = highest
                except _TROUBLE:
                    yield from self._single()
        except _TROUBLE:
            yield self._number + 1, UnreadableRecord(_DAMAGED_HERE)

    def _single(self) -> Iterator[Row]:
        """Give the next record by itself: Python loses the one before the trouble with it."""
        before = self._last
        try:
            yield from self._following("LIMIT 1")
        except sqlite3.DataError:
            self._pass_over()
            yield self._number, UnreadableRecord(_TOO_LONG)
        if self._last == before:
            raise sqlite3.DatabaseError("the file ends before its last record")

    def _following(self, limit: str = "") -> Iterator[Row]:
        for at, *values in self._connection.execute(_sql(self._query, limit), (self._last,)):
            if at <= self._last:
                raise sqlite3.DatabaseError("the pages of the file lead back")
            self._last = at
            self._number += 1
            yield self._number, [_cell(value) for value in values]

    def _pass_over(self) -> None:
        following = self._one("min(_rowid_)", "WHERE _rowid_ > ?", self._last)
        if following is None or following <= self._last:
            raise sqlite3.DatabaseError("the record that was read is not there")
        self._last = following
        self._number += 1

    def _one(self, value: str, where: str = "", *places: int) -> int | None:
        statement = f"SELECT {value} FROM {self._query.table} {where}"  # noqa: S608 - as in _sql
        found: tuple[int | None] = self._connection.execute(statement, places).fetchone()
        return found[0]


def _cell(value: object) -> str:
    return "" if value is None or isinstance(value, bytes) else str(value)
