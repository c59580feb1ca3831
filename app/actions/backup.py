"""Backup: a consistent copy of the ledger, checked before it gets its name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.disk.leftovers import remove, sweep, unfinished
from app.disk.whole import put_in_place, told_as_problem
from app.domain.instant import DAY, Instant
from app.domain.problem import Problem, UsageProblem, mark
from app.ledger.backups.contents import Contents
from app.ledger.backups.copies import backups, backups_folder, keep_last, made_at, new_backup
from app.ledger.backups.copying import copy_entries, copy_ledger
from app.ledger.engine import explained
from app.ledger.ledger import ledger_path
from app.ledger.schema import stated_version
from app.machine.paths import make_folder

_NOTHING = mark("There is no ledger in {folder} yet, so there is nothing to copy.")
_EXISTS = mark("{file} exists already. Choose another name.")

#: Told under way: how much is done, and how much there is.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A finished backup; ``bytes`` of the file, ``removed``: older ones that went for it."""

    file: Path
    contents: Contents
    bytes: int
    removed: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup in the data folder; ``entries`` ``None`` where it cannot be read."""

    file: Path
    made: Instant
    bytes: int
    entries: int | None


def back_up(
    folder: Path,
    now: Instant,
    target: Path | None = None,
    *,
    keep: int = 0,
    thorough: bool = False,
    progress: Progress = lambda *_: None,
) -> BackedUp:
    """Copy the ledger of a data folder to a file, in a folder, or among its own backups.

    ``keep``: of the backups named by their instant only so many stay; 0 means all.
    ``thorough``: also check every row of the copy, which takes some times as long. Others go on
    writing meanwhile. Whatever breaks off leaves nothing under a final name.
    """
    path = existing(folder)
    target = _target(folder, now, target)
    sweep(target.parent)
    with told_as_problem(target), explained(path):
        part = unfinished(target.parent, target.name)
        try:
            stated_version(path)
            contents = copy_ledger(path, part, progress, thorough=thorough)
            put_in_place(part, target)
        finally:
            remove(part)
        gone = keep_last(folder, keep) if keep else []
        return BackedUp(target, contents, target.stat().st_size, len(gone))


def listed(folder: Path) -> list[Listed]:
    """List the backups among a data folder's own, the newest first."""
    return [
        Listed(path, made_at(path) or Instant(0), path.stat().st_size, copy_entries(path))
        for path in reversed(backups(folder))
    ]


def is_due(folder: Path, now: Instant, every_days: int) -> bool:
    """Tell whether the last backup is older than so many days, and anything was written since.

    ``every_days`` 0: never. Looks only at names and at when the files were written.
    """
    path, made = ledger_path(folder), backups(folder)
    if not every_days or not path.exists():
        return False
    if not made:
        return True
    last = made[-1]
    age = now - (made_at(last) or now)
    return not 0 <= age < every_days * DAY and _written(path) > last.stat().st_mtime_ns


def existing(folder: Path) -> Path:
    """Return the ledger of a data folder; Problem when there is none."""
    path = ledger_path(folder)
    if not path.exists():
        raise Problem(_NOTHING, folder=folder)
    return path


def _target(folder: Path, now: Instant, asked: Path | None) -> Path:
    named = new_backup(folder, now)
    if asked is None:
        make_folder(folder)
        make_folder(backups_folder(folder))
        return named
    if asked.is_dir():
        asked /= named.name
    if asked.exists() or asked.is_symlink():
        raise UsageProblem(_EXISTS, file=asked)
    return asked.absolute()


def _written(path: Path) -> int:
    log = path.with_name(f"{path.name}-wal")
    return max(each.stat().st_mtime_ns for each in (path, log) if each.exists())
