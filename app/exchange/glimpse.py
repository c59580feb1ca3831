"""A first look at a file nobody knows: the names of its columns and its first lines, as written."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Never

from app.domain.plain_name import plain
from app.domain.problem import Problem
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Cells, Column
from app.exchange.delimited import Table
from app.exchange.format import Shape
from app.exchange.mapping import Mapping
from app.exchange.origin import Origin, Reached
from app.exchange.origins import laid_open

_LONGEST = 200
_AS_IT_IS = Mapping()


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The beginning of a file; every row has a cell for each name of the header.

    ``header`` leaves out columns without a name and second ones of the same name, for no mapping
    could tell them apart. ``has_names``: JSON and the like name every value, so their first record
    can never be a line of names. ``separator``: the sign between two values of a table of text.
    """

    header: tuple[str, ...]
    rows: tuple[Cells, ...]
    has_names: bool = False
    separator: str = ""


def glimpse(path: Path, mapping: Mapping = _AS_IT_IS, *, most: int = 20) -> Glimpse:
    """Look at the first lines of a file; a damaged one is left out.

    Of the mapping only the layout counts: the names of a file without any, and the sheet. Raises
    Problem when nothing can be read from the file as a whole.
    """
    # A column that is named keeps the formats that are known from making something of the file.
    layout = Mapping(columns={"start": ""}, header=mapping.header, sheet=mapping.sheet)
    origin = laid_open(path, layout, None)
    header = _telling(origin.header)
    has_names = origin.shape is not Shape.TABLE
    return Glimpse(header, _rows(origin, header, most), has_names, _separator(origin))


def _separator(origin: Origin) -> str:
    layout = getattr(origin, "layout", None)
    return layout.separator if isinstance(layout, Table) else ""


def _telling(header: tuple[str, ...]) -> tuple[str, ...]:
    by_name = {plain(name): name for name in reversed(header) if plain(name)}
    return tuple(name for name in header if by_name.get(plain(name)) == name)


def _rows(origin: Origin, header: tuple[str, ...], most: int) -> tuple[Cells, ...]:
    rows: list[Cells] = []

    def keep(cells: Cells) -> Never:
        rows.append(tuple(cell[:_LONGEST] for cell in cells[: len(header)]))
        raise UnreadableRecord("")  # the cells were all that was wanted; no fact is made of them

    columns = tuple(Column((plain(name),)) for name in header)
    try:
        for _ in islice(origin.records(columns, keep, Reached()), most):
            pass
    except Problem:
        return tuple(rows)
    return tuple(rows)
