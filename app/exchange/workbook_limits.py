"""What a workbook may hold before it is opened: the library that reads one holds much of it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple
from zipfile import ZipFile

from app.domain.problem import Problem, mark
from app.exchange.archive import DAMAGE, is_encrypted, opened

#: Most rows of a sheet; each one leaves half a kilobyte behind while the sheet is read.
MOST_ROWS = 300_000
_ALL = 1 << 30
_CHUNK = 1 << 18
_OVERLAP = 16


class _Limit(NamedTuple):
    """How large a part may be, and how many of one kind of element it may have.

    ``apart``: bytes between the beginnings of two of them, for all of that is held at once, at up
    to a hundred times its size.
    """

    element: bytes
    most: int
    apart: int
    size: int


_SHEET_APART, _STRINGS, _STRING_APART = 2 << 20, 600_000, 1 << 20
_OTHERS = _Limit(b"<", 400_000, 16 << 20, 16 << 20)

_strange = re.compile(rb"<!(?:DOCTYPE|ENTITY)|\0")
_encoding = re.compile(rb"""encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_TOO_LARGE = mark("{file} is too large for a workbook. Save the sheet as CSV and import that.")
_DAMAGED = mark("{file} is a damaged workbook. Save it again as XLSX or as CSV.")
_LOCKED = mark("{file} is protected with a password. Save it without one, or as CSV.")


def check_limits(path: Path) -> None:
    """Read every part of a workbook once, in pieces; Problem when one holds too much or lies."""
    with opened(path) as (archive, _):
        parts = archive.infolist()
        if any(map(is_encrypted, parts)):
            raise Problem(_LOCKED, file=path.name)
        if sum(part.file_size for part in parts) > _ALL:
            raise Problem(_TOO_LARGE, file=path.name)
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels")):
                _check_part(archive, part.filename, path)


def damaged(path: Path) -> Problem:
    """Say that a workbook cannot be read as a whole."""
    return Problem(_DAMAGED, file=path.name)


def _check_part(archive: ZipFile, name: str, path: Path) -> None:
    try:
        with archive.open(name) as stream:
            fits = _fits(stream, _limit(name.lower()))
    except (*DAMAGE, ValueError, KeyError) as trouble:
        raise damaged(path) from trouble
    if not fits:
        raise Problem(_TOO_LARGE, file=path.name)


def _limit(name: str) -> _Limit:
    if "/worksheets/" in name:
        return _Limit(b"<row", MOST_ROWS, _SHEET_APART, _ALL)
    if name.endswith("sharedstrings.xml"):
        return _Limit(b"<si", _STRINGS, _STRING_APART, 64 << 20)
    return _OTHERS


def _fits(stream: IO[bytes], limit: _Limit) -> bool:
    size = elements = since = 0
    for piece in _pieces(stream):
        size += len(piece)
        found = piece.count(limit.element)
        elements += found
        since = len(piece) - piece.rfind(limit.element) if found else since + len(piece)
        if size > limit.size or elements > limit.most or since > limit.apart:
            return False
    return True


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """Give a part in pieces; ValueError for what no workbook has: other encodings, entities."""
    before = b""
    while piece := stream.read(_CHUNK):
        if _strange.search(before + piece) or (not before and _encoding.search(piece[:200])):
            raise ValueError(piece[:1])
        before = piece[-_OVERLAP:]
        yield piece
