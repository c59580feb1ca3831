"""Workbooks (XLSX) laid open: the values of one sheet, never a formula, as rows of texts."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.problem import Problem, mark
from app.domain.unreadable import UnreadableRecord
from app.exchange.format import Shape
from app.exchange.mapping import Mapping
from app.exchange.origin import Reached, Rows
from app.exchange.record import Row
from app.exchange.text_file import reading
from app.exchange.workbook_cells import texts
from app.exchange.workbook_limits import check_limits, damaged

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_COLUMNS = 512
#: The last row that a sheet can have; a row that says it is a later one is damage.
_LAST_ROW = 1 << 20
_HEAD = 200
_BROKEN = mark("The sheet is damaged here; nothing after this row could be read")
_NO_SHEET = mark("{file} has no sheet named {sheet}. It has: {sheets}.")


def workbook_rows(path: Path, mapping: Mapping) -> Rows:
    """Lay a workbook open: the sheet the mapping names, else the first one with any value.

    Problem when it is damaged, locked or larger than can be read in little memory.
    """
    check_limits(path)
    with reading(path):
        size = path.stat().st_size
    sheet, first, header = _chosen_sheet(path, mapping)

    def rows(reached: Reached) -> Iterator[Row]:
        if not header:
            return
        with _book(path, reached) as book:
            for number, row in _numbered(book, sheet, len(header)):
                if number >= first and (isinstance(row, UnreadableRecord) or any(row)):
                    yield number, row

    return Rows(Shape.TABLE, header, size, rows)


def sheet_names(path: Path) -> tuple[str, ...]:
    """Name the sheets of a workbook, in order; Problem as laying it open."""
    check_limits(path)
    with _book(path, Reached()) as book:
        return tuple(sheet.title for sheet in book.worksheets)


def _chosen_sheet(path: Path, mapping: Mapping) -> tuple[str, int, tuple[str, ...]]:
    """Find the sheet, its first row of records, and the names of its columns."""
    with _book(path, Reached()) as book:
        names = [sheet.title for sheet in book.worksheets]
        if mapping.sheet and mapping.sheet not in names:
            raise Problem(_NO_SHEET, file=path.name, sheet=mapping.sheet, sheets=", ".join(names))
        for name in [mapping.sheet] if mapping.sheet else names:
            for number, row in islice(_numbered(book, name, _MOST_COLUMNS), _HEAD):
                if isinstance(row, UnreadableRecord):
                    raise damaged(path)
                if any(row):
                    named = mapping.header or _trimmed(row)
                    return name, number + (not mapping.header), named
    return "", 1, ()


def _trimmed(row: Sequence[str]) -> tuple[str, ...]:
    """Cut the empty cells behind the last name."""
    last = max(place for place, name in enumerate(row) if name)
    return tuple(row[: last + 1])


def _numbered(book: "Workbook", sheet: str, width: int) -> Iterator[Row]:
    """Give the rows of a sheet; the last one is trouble where the sheet breaks off."""
    cells = book[sheet].iter_rows(max_row=_LAST_ROW, max_col=width, values_only=True)
    for number in count(1):
        try:
            row = next(cells, None)
            found = None if row is None else texts(row)
        except Exception:  # noqa: BLE001 - damage shows in as many ways as there are values
            yield number, UnreadableRecord(_BROKEN)
            return
        if found is None:
            return
        yield number, found


@contextmanager
def _book(path: Path, reached: Reached) -> "Iterator[Workbook]":
    # Imported here because only workbooks need it and it takes a third of a second.
    from openpyxl import load_workbook

    with reading(path), path.open("rb") as stream, warnings.catch_warnings():
        # It warns of styles and extensions that it leaves out, which are none of our values.
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        except Exception as trouble:  # damage shows in as many ways as there are parts
            raise damaged(path) from trouble
        reached.told = stream.tell
        try:
            yield book
        finally:
            last = stream.tell()
            reached.told = lambda: last
            book.close()
