"""What a file is once it is laid open: the names of its values, and its records in order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Column, picker, positions
from app.exchange.format import Convert, Shape
from app.exchange.record import Line, Refusal, Row, line_of, refused


class Reached:
    """How far into its file a reader has got; the reader puts its own way of telling here.

    ``told`` gives bytes of the file on the disk, however its content is packed there.
    """

    __slots__ = ("told",)

    def __init__(self) -> None:
        self.told: Callable[[], int] = lambda: 0


class Origin(Protocol):
    """A file laid open; it can be read from its start as often as needed.

    ``header`` names the values of a record, nothing where there is none. ``page`` is the key of
    its list in JSON, else "". ``size`` in bytes.
    """

    @property
    def shape(self) -> Shape:
        """How its records are kept apart."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of a record's values."""

    @property
    def page(self) -> str:
        """The key of the list in a JSON answer."""

    @property
    def size(self) -> int:
        """The bytes of the file."""

    def samples(self, columns: Sequence[Column], most: int) -> Iterator[str]:
        """Give the values of some columns in the first records."""

    def records(
        self, columns: tuple[Column, ...], convert: Convert, reached: Reached
    ) -> Iterator[Line | Refusal]:
        """Read every record, in order, in a memory that does not grow with the file."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Records that a reader of their own cuts into cells, one for each name of the header.

    ``rows`` starts again with each call, and closes what it opened when it ends or is dropped.
    """

    shape: Shape
    header: tuple[str, ...]
    size: int
    rows: Callable[[Reached], Iterator[Row]]
    page: str = ""

    def samples(self, columns: Sequence[Column], most: int) -> Iterator[str]:
        """Give the values of some columns in the first records."""
        places = [place for place in positions(columns, self.header) if place >= 0]
        if not places:
            return
        for _, row in islice(self.rows(Reached()), most):
            if not isinstance(row, UnreadableRecord):
                yield from (row[place] for place in places if place < len(row))

    def records(
        self, columns: tuple[Column, ...], convert: Convert, reached: Reached
    ) -> Iterator[Line | Refusal]:
        """Read every record, in order."""
        pick = picker(columns, self.header)
        for number, row in self.rows(reached):
            try:
                if isinstance(row, UnreadableRecord):
                    raise row
                cells = pick([*row, ""])
                yield line_of(number, cells, convert(cells))
            except UnreadableRecord as trouble:
                yield refused(number, trouble)
