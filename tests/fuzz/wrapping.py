"""How an input becomes a file where bytes changed at random would be refused at the door.

Of a database or a zip a part of the inputs is put inside: as values of a row, or as a file of the
archive. The first byte of an input says where: 0 takes the rest as the file itself.
"""

import sqlite3
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from functools import lru_cache
from io import BytesIO
from itertools import islice

PLAIN = b"\0"
_DATABASE, _ZIP = b"SQLite format 3", b"PK"
_MARKUP = (".htm", ".html")
# They take most of the time that an input takes.
_UNNEEDED = (*_MARKUP, "theme1.xml", "core.xml", "app.xml")


def is_wrapped(sample: bytes) -> bool:
    """Whether inputs are put inside of such a sample."""
    return sample.startswith((_DATABASE, _ZIP))


def wrapped(samples: Sequence[bytes], data: bytes) -> bytes:
    """Make the file of an input: the samples are all databases, or all archives."""
    place, inside = (data[0] - 1, data[1:]) if data else (0, b"")
    if data[:1] == PLAIN:
        return inside
    if samples[0].startswith(_ZIP):
        return _in_an_archive(samples[0], place, inside)
    return _in_a_row(samples[place % len(samples)], inside)


def beginnings_in(samples: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the inputs that stand for the samples: each whole, and what is inside of it."""
    for place, sample in enumerate(samples, start=1):
        yield PLAIN + sample
        if sample.startswith(_ZIP):
            yield from _members(sample)
        else:
            yield bytes([place]) + _first_rows(sample)


def _members(sample: bytes) -> Iterator[bytes]:
    for place, (name, content) in enumerate(_unpacked(sample).items(), start=1):
        yield bytes([place]) + content
        if name.endswith(_MARKUP):
            yield PLAIN + content


def _in_an_archive(sample: bytes, place: int, inside: bytes) -> bytes:
    """Put one file in the place of another; what no reader needs besides it is left out."""
    packed, given = BytesIO(), _unpacked(sample)
    chosen = list(given)[place % len(given)]
    kept = {name: content for name, content in given.items() if not name.endswith(_UNNEEDED)}
    with zipfile.ZipFile(packed, "w") as made:
        for name, content in (kept | {chosen: inside}).items():
            made.writestr(name, content)
    return packed.getvalue()


@lru_cache
def _unpacked(sample: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(sample)) as given:
        return {name: given.read(name) for name in sorted(given.namelist())}


def _in_a_row(sample: bytes, inside: bytes) -> bytes:
    """Change the first row of each table, value by value; nought bytes keep them apart."""
    parts = (_value(part) for part in inside.split(b"\0"))
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.deserialize(sample)
        for table, columns in _tables(raw):
            for column, value in zip(columns, islice(parts, len(columns)), strict=False):
                first = f"(SELECT min(_rowid_) FROM {table})"  # noqa: S608 - a sample's own names
                with suppress(sqlite3.Error, OverflowError):
                    raw.execute(
                        f"UPDATE {table} SET {column}=? WHERE _rowid_={first}",  # noqa: S608
                        (value,),
                    )
        return bytes(raw.serialize())


def _first_rows(sample: bytes) -> bytes:
    values: list[bytes] = []
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.deserialize(sample)
        for table, columns in _tables(raw):
            names = ", ".join(columns)
            row = raw.execute(f"SELECT {names} FROM {table} LIMIT 1").fetchone()  # noqa: S608
            values += map(_written, row or [None] * len(columns))
    return b"\0".join(values)


def _tables(raw: sqlite3.Connection) -> list[tuple[str, list[str]]]:
    found = raw.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")
    names = [name for (name,) in found if not name.startswith("sqlite_")]
    return [(name, _columns(raw, name)) for name in names]


def _columns(raw: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]


def _written(value: object) -> bytes:
    if value is None:
        return b""
    return b"'" + value.encode() if isinstance(value, str) else str(value).encode()


def _value(part: bytes) -> object:
    if not part:
        return None
    if part[:1] in {b"'", b"b"}:
        return part[1:].decode("utf-8", "replace") if part[:1] == b"'" else part[1:]
    with suppress(ValueError):
        return int(part)
    with suppress(ValueError):
        return float(part)
    return part.decode("utf-8", "replace")
