"""Erasing in the other files of a data folder: copies of the ledger, lists, logs, pictures."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from app.disk.leftovers import remove, sweep, unfinished
from app.disk.whole import put_in_place, write_private_bytes
from app.domain.problem import LedgerProblem, Problem
from app.domain.striking import Strike
from app.ledger.backups.copies import ledger_copies
from app.ledger.backups.copying import bring_copy
from app.ledger.cleaning import clean_copy
from app.ledger.ledger import FILE_NAME, Ledger, ledger_path
from app.machine.log import FILE_NAME as LOG
from app.machine.own_files import ERASING, OWN_FOLDERS, own_files

#: What is made again by itself, and may show anything.
_MADE_AGAIN = ("last-page.", "snapshot.json")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

Holds = Callable[[Path], bool]


def copies_that(folder: Path, holds: Holds) -> Iterator[tuple[Path, bool]]:
    """Yield the copies that hold something, and whether they can be read: others may hold it."""
    for path in ledger_copies(folder):
        try:
            if holds(path):
                yield path, True
        except sqlite3.Error:
            yield path, False


def erase_in_copy(folder: Path, path: Path, erase: Callable[[Ledger], object]) -> None:
    """Erase in a copy, which is replaced as a whole; one of older tables is brought up to date.

    LedgerProblem for a damaged copy, OSError where the machine refuses.
    """
    stat = path.stat()
    work = unfinished(folder, "erasing")
    work.mkdir(mode=0o700)
    try:
        copy = ledger_path(work)
        bring_copy(path, copy)
        with Ledger(copy) as ledger:
            erase(ledger)
        clean_copy(copy)
        # When it was written tells whether a new one is due.
        os.utime(copy, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        put_in_place(copy, path)
    finally:
        remove(work)


def erase_in_copies(
    folder: Path, holds: Holds, erase: Callable[[Ledger], object]
) -> tuple[list[str], list[str]]:
    """Erase in every copy that holds it; returns names of copies left as they are, and damaged."""
    left, damaged = [], []
    sweep(folder)
    for path, readable in list(copies_that(folder, holds)):
        if not readable:
            damaged.append(path.name)
            continue
        try:
            erase_in_copy(folder, path, erase)
        except LedgerProblem:
            damaged.append(path.name)
        except (OSError, Problem):
            left.append(path.name)
    return left, damaged


def texts_that_say(folder: Path, strike: Strike) -> list[Path]:
    """Find the files of words that say something of a contact, in them or in their names."""
    return [path for path in _texts(folder) if _says(path, strike)]


def strike_texts(folder: Path, strike: Strike) -> list[str]:
    """Strike a contact out of all files of words; returns the names of those that would not go."""
    left = []
    for path in texts_that_say(folder, strike):
        try:
            _strike_in(path, strike)
        except (OSError, Problem):
            left.append(path.name)
    return left


def forget_pictures(folder: Path) -> None:
    """Remove what the window shows at its next start: it may show whom nobody may see any more."""
    for path in own_files(folder):
        if path.name.startswith(_MADE_AGAIN):
            remove(path)


def _texts(folder: Path) -> Iterator[Path]:
    for path in own_files(folder):
        if path.is_dir() and path.name in OWN_FOLDERS:
            yield from (each for each in sorted(path.rglob("*")) if _is_text(each))
        elif _is_text(path):
            yield path


def _is_text(path: Path) -> bool:
    if not path.is_file() or path.is_symlink() or path.name == ERASING:
        return False
    database = path.name.startswith(FILE_NAME) or ".db" in path.name
    return not database and not path.name.startswith(_MADE_AGAIN)


def _says(path: Path, strike: Strike) -> bool:
    with suppress(OSError):
        text, _ = _read(path)
        return strike(text) != text or strike(path.name) != path.name
    return False


def _read(path: Path) -> tuple[str, str]:
    content = path.read_bytes()
    encoding = "utf-16" if content.startswith(_UTF16) else "utf-8"
    try:
        return content.decode(encoding, "surrogateescape"), encoding
    except UnicodeDecodeError:
        return content.decode("latin-1"), "latin-1"


def _strike_in(path: Path, strike: Strike) -> None:
    text, encoding = _read(path)
    struck = strike(text)
    if struck != text:
        errors = "surrogateescape" if encoding == "utf-8" else "replace"
        content = struck.encode(encoding, errors)
        if path.name.startswith(LOG):
            path.write_bytes(content)  # in place: a window that is open goes on writing into it
        else:
            write_private_bytes(path, content)
    if strike(path.name) != path.name:
        path.replace(path.with_name(strike(path.name)))
