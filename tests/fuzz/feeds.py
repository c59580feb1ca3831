"""What each reader is fed with: samples to begin from, and the wrapping its bytes come in.

Bytes of a database or a zip that are changed at random are refused at the door. Of those a part of
the inputs is put inside: as a value of a row, or as a file of the archive.
"""

import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from app.domain.problem import Problem
from app.exchange.formats import FORMATS
from app.exchange.mapping import Mapping, load_mapping
from app.exchange.reading import read

_DATA = Path(__file__).parents[1] / "data"
SAMPLES, FOUND = _DATA / "exchange", _DATA / "fuzz"
#: Put before a value so that it is taken as it is; any other first byte has it wrapped.
PLAIN = b"\0"
_IN_THE_WORKBOOK = {"start": "When", "to": "To", "duration": "Length", "direction": "Way"}


class Feed(NamedTuple):
    """A reader under test: its name, the samples it begins with, how an input becomes a file."""

    name: str
    samples: tuple[Path, ...]
    mapping: Mapping | None = None

    @property
    def format_name(self) -> str:
        """The format as ``read`` is asked for it."""
        return "auto" if self.mapping else self.name

    def file_of(self, data: bytes) -> bytes:
        """Make the bytes of a file of an input."""
        inside = _inside(self.samples[0]) if self.samples else None
        if inside is None:
            return data
        return data[1:] if data[:1] == PLAIN else inside(data)


def feeds() -> Iterator[Feed]:
    """Yield a feed for each format, and one for tables and workbooks with a mapping."""
    samples = {name: tuple(found) for name, found in _samples().items()}
    for each in FORMATS:
        yield Feed(each.name, samples.get(each.name, ()))
    mapping = load_mapping(SAMPLES / "headerless_mapping.json")
    yield Feed("mapped", (SAMPLES / "headerless.csv",), mapping)
    yield Feed("workbook", (SAMPLES / "workbook.xlsx",), Mapping(columns=_IN_THE_WORKBOOK))


def beginnings(feed: Feed) -> Iterator[bytes]:
    """Yield the inputs that a run begins with."""
    for sample in feed.samples:
        whole = sample.read_bytes()
        if _inside(sample) is None:
            yield whole
            continue
        yield PLAIN + whole
        if whole.startswith(b"PK"):
            with zipfile.ZipFile(sample) as given:
                for place, name in enumerate(sorted(given.namelist()), start=1):
                    yield bytes([place]) + given.read(name)


def _samples() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in sorted(each for each in SAMPLES.rglob("*") if each.is_file()):
        with suppress(Problem):
            found.setdefault(read(path).format, []).append(path)
    return found


def _inside(sample: Path) -> Callable[[bytes], bytes] | None:
    start = sample.read_bytes()[:16]
    if start.startswith(b"SQLite format 3"):
        return lambda data: _in_a_row(sample, data)
    if start.startswith(b"PK"):
        return lambda data: _in_an_archive(sample, data)
    return None


def _in_a_row(sample: Path, data: bytes) -> bytes:
    """Change values of the first row of each table: apart by nought bytes, texts or numbers."""
    parts = [_value(part) for part in data.split(b"\0")]
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.deserialize(sample.read_bytes())
        tables = raw.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        for (table,) in tables:
            columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
            for column, value in zip(columns, parts, strict=False):
                with suppress(sqlite3.Error, OverflowError):
                    raw.execute(f"UPDATE {table} SET {column}=?", (value,))  # noqa: S608
        return bytes(raw.serialize())


def _value(part: bytes) -> object:
    if part[:1] == b"b":
        return part[1:]
    with suppress(ValueError):
        return int(part)
    with suppress(ValueError):
        return float(part)
    return part.decode("utf-8", "replace")


def _in_an_archive(sample: Path, data: bytes) -> bytes:
    """Replace one file of the archive, chosen by the first byte, and keep the others."""
    packed = BytesIO()
    with zipfile.ZipFile(sample) as given, zipfile.ZipFile(packed, "w") as made:
        names = sorted(given.namelist())
        chosen = names[(data[0] - 1) % len(names)] if data else ""
        for name in names:
            made.writestr(name, data[1:] if name == chosen else given.read(name))
    return packed.getvalue()
