"""Tables of separated values: the header, and every line as a fact or a refusal."""

import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TextIO

from app.domain.problem import mark
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Cells, Pick
from app.exchange.format import Convert
from app.exchange.lines import TOO_LONG, TOO_LONG_REASON, Lines, LineTrouble, bounded
from app.exchange.record import Line, Refusal, line_of, refused

SEPARATORS = ",;\t|"

_HEAD = 200
_SEPARATOR_LINE = re.compile(r"sep=[,;\t|]\s*", re.IGNORECASE).fullmatch
_DAMAGED = mark("The line is damaged: its quotation marks do not match")
_WIDTH = mark("The line has {found} values where the header names {expected}")


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is laid out; ``skipped`` lines stand above the first line of records."""

    header: tuple[str, ...]
    separator: str
    skipped: int


def table(stream: TextIO) -> Table:
    """Find the header: the first line that is not blank, cut by the separator that gives most."""
    head = _head(stream)
    start = 0
    while start < len(head) and not head[start].strip(SEPARATORS + " \r\n"):
        start += 1
    if start < len(head) and _SEPARATOR_LINE(head[start]):
        start += 1
    tries = [_cut(head, start, separator) for separator in SEPARATORS]
    return max(tries, key=lambda each: len(each.header))


def without_header(stream: TextIO, header: tuple[str, ...]) -> Table:
    """Lay out a table whose first line is a record already, by the names a mapping gives it."""
    found = table(stream)
    return Table(header, found.separator, 0)


def first_rows(stream: TextIO, most: int) -> list[list[str]]:
    """Cut the first lines at their commas, each by itself, without those that cannot be cut."""
    rows: list[list[str]] = []
    for line in islice(bounded(stream), most):
        with suppress(csv.Error):
            rows.extend(filter(any, csv.reader([line], strict=True)))
    return rows


def samples(
    stream: Iterable[str], layout: Table, places: Iterable[int], most: int
) -> Iterator[str]:
    """Give the values at some places of the first lines, as far as they can be read."""
    wanted = [place for place in places if place >= 0]
    lines = Lines(stream)
    _skip_header(lines, layout)
    reader = csv.reader(lines, delimiter=layout.separator)
    try:
        for row in islice(reader, most):
            lines.taken.clear()
            yield from (row[place] for place in wanted if place < len(row))
    except csv.Error:
        return


def facts(
    lines_of_file: Iterable[str], layout: Table, pick: Pick, convert: Convert
) -> Iterator[Line | Refusal]:
    """Read every record, in order, in a memory that does not grow with the file."""
    lines = Lines(lines_of_file)
    _skip_header(lines, layout)
    width, number = len(layout.header), layout.skipped + 1
    while True:
        # A new one after each damage, for one that has come to the end of the file stays there.
        reader = csv.reader(lines, delimiter=layout.separator, strict=True)
        before = number
        try:
            for row in reader:
                if (len(row) == width and row[0]) or _evened(row, width):
                    row.append("")
                    yield _converted(number, pick(row), convert)
                lines.taken.clear()
                number = before + reader.line_num
        except csv.Error as trouble:
            yield _damaged(number, trouble)
            lines.give_back()
            number += 1
        else:
            return


def _converted(number: int, cells: Cells, convert: Convert) -> Line | Refusal:
    try:
        return line_of(number, cells, convert(cells))
    except UnreadableRecord as trouble:
        return refused(number, trouble)


def _damaged(number: int, trouble: csv.Error) -> Refusal:
    if isinstance(trouble, LineTrouble):
        return Refusal(number, trouble.reason, trouble.places, "")
    return Refusal(number, _DAMAGED, {}, "")


def _head(stream: TextIO) -> list[str]:
    return list(islice(bounded(stream), _HEAD))


def _cut(head: list[str], start: int, separator: str) -> Table:
    # A quoted name may go over several lines, so the reader gets all of them.
    reader = csv.reader(head[start:], delimiter=separator)
    try:
        header = tuple(next(reader, ()))
    except csv.Error:
        header = ()
    return Table(header, separator, start + reader.line_num)


def _skip_header(lines: Lines, layout: Table) -> None:
    for _ in islice(lines, layout.skipped):
        lines.taken.clear()


def _evened(row: list[str], width: int) -> bool:
    """Cut empty values off a row that is too long; False for a blank row, which says nothing."""
    if not any(row):
        return False
    if row == [TOO_LONG.strip()]:
        raise LineTrouble(TOO_LONG_REASON)
    if len(row) < width or any(row[width:]):
        raise LineTrouble(_WIDTH, found=len(row), expected=width)
    del row[width:]
    return True
