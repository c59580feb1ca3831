"""What a workbook may hold before it is opened: the library that reads one holds much of it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from zipfile import ZipFile

from app.domain.problem import Problem, mark
from app.exchange.archive import DAMAGE, is_encrypted, opened

#: Most rows of a sheet; each one leaves half a kilobyte behind while the sheet is read.
MOST_ROWS = 300_000
_ALL = 1 << 30
_PART = 64 << 20
_CHUNK = 1 << 18
# Between the beginnings of two rows everything is held, elements at a hundred bytes each.
_ONE_ROW = 4 << 20
_STRING_MARKS, _OTHER_MARKS = 2_500_000, 400_000
_OVERLAP = 16

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
            fits = _sheet_fits(stream) if "/worksheets/sheet" in name else _fits(stream, name)
    except (*DAMAGE, ValueError, KeyError) as trouble:
        raise damaged(path) from trouble
    if not fits:
        raise Problem(_TOO_LARGE, file=path.name)


def _fits(stream: IO[bytes], name: str) -> bool:
    most = _STRING_MARKS if name.lower().endswith("sharedstrings.xml") else _OTHER_MARKS
    size = marks = 0
    for piece in _pieces(stream):
        size += len(piece)
        marks += piece.count(b"<")
        if size > _PART or marks > most:
            return False
    return True


def _sheet_fits(stream: IO[bytes]) -> bool:
    rows = since = 0
    for piece in _pieces(stream):
        found = piece.count(b"<row")
        rows += found
        since = len(piece) - piece.rfind(b"<row") if found else since + len(piece)
        if rows > MOST_ROWS or since > _ONE_ROW:
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
