"""What a format is: a name, its declared columns, and how a line of them becomes a fact."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum
from typing import NamedTuple

from app.domain.event import Direction, Fact
from app.exchange.columns import Cells, Column, missing
from app.exchange.dates import ISO, When, reader
from app.exchange.record import Remarked, Row

Convert = Callable[[Cells], Fact | Remarked]


class Shape(StrEnum):
    """How the records of a file are kept apart."""

    TABLE = "table"
    JSON = "json"
    LOG = "log"
    DATABASE = "database"


class Log(NamedTuple):
    """A text file with a grammar of its own.

    ``header_in`` looks at the start of a file and names the values of a record, or nothing when it
    is another kind of file. ``rows`` cuts the lines of the whole file into such values.
    """

    header_in: Callable[[str], tuple[str, ...]]
    rows: Callable[[Iterable[str], tuple[str, ...]], Iterator[Row]]


class Query(NamedTuple):
    """How records are got out of a database: from which table, called ``record``, and which values.

    ``joins`` is the SQL that brings other tables in.
    """

    table: str
    values: str = "record.*"
    joins: str = ""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a converter is told about the file.

    ``zone`` and ``order`` are for dates that do not say them themselves, ``direction`` and
    ``account`` for records that name none; ``present`` holds the columns the file has, each by its
    first name.
    """

    zone: tzinfo
    order: str = ISO
    direction: Direction = Direction.OUTBOUND
    account: str = ""
    present: frozenset[str] = frozenset()

    def when(self, zone: tzinfo | None = None) -> When:
        """Make the reader of a date column, whose zone may be known better than the file's."""
        return reader(zone or self.zone, self.order)


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of export file.

    ``prepare`` makes the function that turns the cells of ``columns``, in their order, into a
    fact; that function raises UnreadableRecord for a line it cannot take. ``page`` is the key under
    which a JSON answer keeps its list. ``bodies``: its records may hold the bodies of messages.
    ``unheaded`` looks at the first lines of a table without a header and names their values, or
    nothing when they are no such lines. ``log`` and ``queries`` belong to those shapes.
    """

    name: str
    shape: Shape
    columns: tuple[Column, ...]
    prepare: Callable[[Setup], Convert]
    page: str = ""
    bodies: bool = False
    unheaded: Callable[[Sequence[Sequence[str]]], tuple[str, ...]] | None = None
    log: Log | None = None
    queries: tuple[Query, ...] = ()

    def fits(self, header: Sequence[str]) -> bool:
        """Whether the header has every column the format needs."""
        return not missing(self.columns, header)
