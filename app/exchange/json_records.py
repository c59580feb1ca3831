"""JSON files: what they hold, and every record as a fact or a refusal."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TextIO, cast

from app.domain.problem import mark
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Column, Pick, picker
from app.exchange.format import Convert
from app.exchange.json_text import BrokenJson, as_one, by_line, decoded
from app.exchange.record import Line, Refusal, line_of, refused

#: Keys under which the answers of the providers keep their records.
PAGES = ("calls", "messages", "results", "records")
_NOT_A_RECORD = mark("This JSON value is not a record")
_LOOK = 5
_LONGEST_LOOK = 1 << 20


@dataclass(frozen=True, slots=True)
class Document:
    """How a JSON file is laid out.

    ``keys`` are those of its first record, none where it holds none; ``page`` is the key of its
    list, "" where it has no pages.
    """

    keys: tuple[str, ...]
    page: str
    lines: bool


def looks_like_json(stream: TextIO) -> bool:
    """Whether the first thing in a file is an object or a list."""
    return stream.read(4096).lstrip()[:1] in {"{", "["}


def document(stream: TextIO) -> Document:
    """Look at the start of a JSON file; the stream is left wherever that ends."""
    lines = _in_lines(stream)
    stream.seek(0)
    page = _page(stream.read(_LONGEST_LOOK))
    stream.seek(0)
    first = next((each for each in _records(stream, lines=lines) if isinstance(each, dict)), {})
    return Document(tuple(_flat(first)), page, lines)


def facts(
    stream: TextIO, layout: Document, columns: tuple[Column, ...], convert: Convert
) -> Iterator[Line | Refusal]:
    """Read every record, in order; the number of a line is that of its record."""
    pick_for = _pickers(columns)
    for number, record in enumerate(_records(stream, lines=layout.lines), 1):
        try:
            flat = _flat(_record(record))
            cells = pick_for(tuple(flat))([*map(_cell, flat.values()), ""])
            yield line_of(number, cells, convert(cells))
        except UnreadableRecord as trouble:
            yield refused(number, trouble)


def samples(stream: TextIO, layout: Document, column: Column, most: int) -> Iterator[str]:
    """Give one column's values in the first records."""
    for record in islice(_records(stream, lines=layout.lines), most):
        if isinstance(record, dict):
            flat = _flat(record)
            yield picker((column,), tuple(flat))([*map(_cell, flat.values()), ""])[0]


def _records(stream: TextIO, *, lines: bool) -> Iterator[object]:
    return by_line(stream, PAGES) if lines else as_one(stream, PAGES)


def _in_lines(stream: TextIO) -> bool:
    """Whether one of the first lines is an object by itself; the first may be the broken one."""
    start: Iterable[str] = [stream.readline(_LONGEST_LOOK) for _ in range(_LOOK)]
    whole = [line.rstrip() for line in start if line.strip()]
    if not whole or not whole[0].startswith("{") or not whole[0].endswith("}"):
        return False
    return any(_is_object(line) for line in whole)


def _is_object(line: str) -> bool:
    try:
        return isinstance(decoded(line), dict)
    except BrokenJson:
        return False


def _page(start: str) -> str:
    compact = "".join(start[:_LONGEST_LOOK].split())
    return next((key for key in PAGES if f'"{key}":[' in compact), "")


def _record(found: object) -> Mapping[str, object]:
    if isinstance(found, dict):
        return found
    raise found if isinstance(found, UnreadableRecord) else UnreadableRecord(_NOT_A_RECORD)


def _flat(record: Mapping[str, object]) -> dict[str, object]:
    """Lay a record's properties beside its id, as HubSpot nests them."""
    properties = record.get("properties")
    if not isinstance(properties, dict):
        return dict(record)
    inner = cast("dict[str, object]", properties)
    return {**{key: value for key, value in record.items() if key != "properties"}, **inner}


def _cell(value: object) -> str:
    if isinstance(value, str):
        # A half of a surrogate pair can be written in JSON, but is no text and cannot be kept.
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if value is None:
        return ""
    return json.dumps(value)


def _pickers(columns: tuple[Column, ...]) -> Callable[[tuple[str, ...]], Pick]:
    @lru_cache(maxsize=256)
    def pick_for(keys: tuple[str, ...]) -> Pick:
        return picker(columns, keys)

    return pick_for
