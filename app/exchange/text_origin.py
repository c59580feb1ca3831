"""Text files laid open: logs with a grammar of their own, JSON, and tables."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from app.exchange import delimited, json_records
from app.exchange.columns import Column, picker, positions
from app.exchange.format import Convert, Format, Log, Shape
from app.exchange.formats import FORMATS, detect
from app.exchange.lines import bounded
from app.exchange.mapping import Mapping
from app.exchange.origin import Origin, Reached, Rows
from app.exchange.record import Line, Refusal, Row
from app.exchange.text_file import TextFile, examine

_HEAD = 1 << 20
_FIRST_ROWS = 20


def text_origin(path: Path, mapping: Mapping, asked: Format | None) -> Origin:
    """Lay a text file open; ``asked`` is the format that a person named, if one did."""
    file = examine(path)
    if not mapping.columns and (log := _log(file)):
        return log
    with file.opened() as stream:
        is_json = json_records.looks_like_json(stream)
        stream.seek(0)
        if is_json:
            return _Document(file, json_records.document(stream))
    return _table(file, mapping, asked)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of separated values."""

    file: TextFile
    layout: delimited.Table
    shape: Shape = Shape.TABLE
    page: str = ""

    @property
    def header(self) -> tuple[str, ...]:
        return self.layout.header

    @property
    def size(self) -> int:
        return self.file.size

    def samples(self, columns: Sequence[Column], most: int) -> Iterator[str]:
        places = positions(columns, self.header)
        with self.file.opened() as stream:
            yield from delimited.samples(_lines_of(self.file, stream), self.layout, places, most)

    def records(
        self, columns: tuple[Column, ...], convert: Convert, reached: Reached
    ) -> Iterator[Line | Refusal]:
        pick = picker(columns, self.header)
        with _telling(self.file, reached) as stream:
            lines = _lines_of(self.file, stream)
            yield from delimited.facts(lines, self.layout, pick, convert)


@dataclass(frozen=True, slots=True)
class _Document:
    """JSON: an answer of an API, a list, or a record a line."""

    file: TextFile
    layout: json_records.Document
    shape: Shape = Shape.JSON

    @property
    def header(self) -> tuple[str, ...]:
        return self.layout.keys

    @property
    def page(self) -> str:
        return self.layout.page

    @property
    def size(self) -> int:
        return self.file.size

    def samples(self, columns: Sequence[Column], most: int) -> Iterator[str]:
        with self.file.opened() as stream:
            for column in columns[:1]:
                yield from json_records.samples(stream, self.layout, column, most)

    def records(
        self, columns: tuple[Column, ...], convert: Convert, reached: Reached
    ) -> Iterator[Line | Refusal]:
        with _telling(self.file, reached) as stream:
            yield from json_records.facts(stream, self.layout, columns, convert)


@contextmanager
def _telling(file: TextFile, reached: Reached) -> Iterator[TextIO]:
    """Open a file that tells how far it has been read, also when it is closed again."""
    with file.opened() as stream:
        reached.told = stream.buffer.tell
        try:
            yield stream
        finally:
            last = stream.buffer.tell()
            reached.told = lambda: last


def _lines_of(file: TextFile, stream: TextIO) -> Iterable[str]:
    """The lines of a file, the plain way where all of them are known to be short."""
    return bounded(stream) if file.long_lines else stream


def _log(file: TextFile) -> Origin | None:
    with file.opened() as stream:
        head = stream.read(_HEAD)
    for log in filter(None, (each.log for each in FORMATS)):
        header = log.header_in(head)
        if header:
            return _log_rows(file, log, header)
    return None


def _log_rows(file: TextFile, log: Log, header: tuple[str, ...]) -> Origin:
    def rows(reached: Reached) -> Iterator[Row]:
        with _telling(file, reached) as stream:
            yield from log.rows(_lines_of(file, stream), header)

    return Rows(Shape.LOG, header, file.size, rows)


def _table(file: TextFile, mapping: Mapping, asked: Format | None) -> Origin:
    with file.opened() as stream:
        if mapping.header:
            return _Table(file, delimited.without_header(stream, mapping.header))
        found = delimited.table(stream)
    if not mapping.columns and detect(found.header) is None:
        found = _unheaded(file, asked) or found
    return _Table(file, found)


def _unheaded(file: TextFile, asked: Format | None) -> delimited.Table | None:
    """Lay out a table that begins with a record, where a known program writes it so."""
    with file.opened() as stream:
        rows = delimited.first_rows(stream, _FIRST_ROWS)
    for each in (asked,) if asked else FORMATS:
        header = each.unheaded(rows) if each.unheaded else ()
        if header:
            return delimited.Table(header, ",", 0)
    return None
