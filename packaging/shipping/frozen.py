"""What lies inside an executable of PyInstaller: Python modules, in an archive in an archive."""

import marshal
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_MAGIC = b"MEI\014\013\012\013\016"
_COOKIE = struct.Struct("!8sIIII64s")
_ENTRY = struct.Struct("!IIIIBc")
_MODULES = b"z"
_NAMESPACE = 3  # a folder that several distributions share; nothing of it lies in the archive


class Frozen(NamedTuple):
    """``modules``: dotted names; ``scripts``: what runs before the program, by name alone."""

    modules: tuple[str, ...]
    scripts: tuple[str, ...]


class _Entry(NamedTuple):
    offset: int
    length: int
    packed: bool
    kind: bytes
    name: str


def read_frozen(executable: Path) -> Frozen:
    """Read the names in an executable; SystemExit where it is none of PyInstaller's."""
    held = executable.read_bytes()
    entries = list(_entries(held, executable))
    inner = [_content(held, each) for each in entries if each.kind == _MODULES]
    modules = {name for archive in inner for name in _module_names(archive)}
    scripts = {each.name for each in entries if each.kind in (b"s", b"m", b"M")}
    return Frozen(tuple(sorted(modules)), tuple(sorted(scripts)))


def _entries(held: bytes, executable: Path) -> Iterator[_Entry]:
    at = held.rfind(_MAGIC)
    if at < 0:
        raise SystemExit(f"{executable} holds no program of PyInstaller's; freeze it first.")
    _, length, table, table_length, _, _ = _COOKIE.unpack_from(held, at)
    start = at + _COOKIE.size - length
    where, end = start + table, start + table + table_length
    while where < end:
        size, offset, packed_length, _, packed, kind = _ENTRY.unpack_from(held, where)
        name = held[where + _ENTRY.size : where + size].rstrip(b"\0").decode()
        yield _Entry(start + offset, packed_length, bool(packed), kind, name)
        where += size


def _content(held: bytes, entry: _Entry) -> bytes:
    found = held[entry.offset : entry.offset + entry.length]
    return zlib.decompress(found) if entry.packed else found


def _module_names(archive: bytes) -> Iterator[str]:
    (table,) = struct.unpack_from("!i", archive, 8)
    listed = marshal.loads(archive[table:])  # noqa: S302  # our own build's; the format is marshal
    for name, (kind, *_) in listed:
        if kind != _NAMESPACE:
            yield name
