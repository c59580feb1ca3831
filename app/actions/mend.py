"""Mend what is wrong with the files of a data folder: rights of others, leftovers, broken moves."""

import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.actions.move_folder import finish_move
from app.disk.leftovers import leftovers, remove
from app.machine.own_files import own_files

_OTHERS = 0o077


def wrong_rights(folder: Path) -> list[Path]:
    """Find what others than its owner may read or write; nothing on Windows, which has no such."""
    if sys.platform == "win32" or not folder.is_dir():
        return []
    return [path for path in _everything(folder) if _rights(path) & _OTHERS]


def mend(folder: Path) -> int:
    """Put right what can be put right without loss; returns how many files that were."""
    if not folder.is_dir():
        return 0
    count = int(finish_move(folder))
    for path in wrong_rights(folder):
        with suppress(OSError):
            path.chmod(0o700 if path.is_dir() else 0o600)
            count += 1
    for place in (folder, folder / "backups", folder / "refused"):
        for path in list(leftovers(place)):
            remove(path)
            count += 1
    return count


def _everything(folder: Path) -> Iterator[Path]:
    yield folder
    for path in own_files(folder):
        yield path
        if path.is_dir():
            yield from path.rglob("*")


def _rights(path: Path) -> int:
    with suppress(OSError):
        return stat.S_IMODE(path.lstat().st_mode) if not path.is_symlink() else 0
    return 0
