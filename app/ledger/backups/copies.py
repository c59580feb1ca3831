"""Names of the copies of a ledger that lie in its data folder."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from app.domain.instant import SECOND, Instant, instant, moment
from app.ledger.ledger import FILE_NAME

FOLDER = "backups"
_STEM, _ENDING = FILE_NAME.split(".")
_BACKUP = re.compile(rf"{_STEM}-(\d{{8}})-(\d{{6}})\.{_ENDING}", re.ASCII).fullmatch
_STAMP = "%Y%m%d-%H%M%S"


def backups_folder(folder: Path) -> Path:
    """Return where the backups of a data folder lie, whether or not there are any."""
    return folder / FOLDER


def new_backup(folder: Path, at: Instant) -> Path:
    """Name the next backup by its instant in UTC; a second later where there is one already."""
    while (path := backups_folder(folder) / f"{_STEM}-{_stamp(at)}.{_ENDING}").exists():
        at = Instant(at + SECOND)
    return path


def before_restore(folder: Path, at: Instant) -> Path:
    """Name the copy of the ledger that a restore replaces."""
    stem = f"{_STEM}-before-restore"
    while (path := folder / f"{stem}-{_stamp(at)}.{_ENDING}").exists():
        at = Instant(at + SECOND)
    return path


def backups(folder: Path) -> list[Path]:
    """Find the backups that were named here, the oldest first."""
    found = backups_folder(folder).glob(f"{_STEM}-*.{_ENDING}")
    return sorted(path for path in found if made_at(path) is not None)


def made_at(path: Path) -> Instant | None:
    """Read from its name when a backup was made; ``None`` for a file with another name."""
    if not _BACKUP(path.name):
        return None
    try:
        # The zone is ours to add: stamps are in UTC.
        read = datetime.strptime(path.stem.removeprefix(f"{_STEM}-"), _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return instant(read)


def keep_last(folder: Path, number: int) -> list[Path]:
    """Remove all but the last backups that were named here, and return those that went."""
    old = backups(folder)[:-number]
    for path in old:
        path.unlink(missing_ok=True)
    return old


def ledger_copies(folder: Path) -> Iterator[Path]:
    """Find every file of a data folder that holds what a ledger held, but the ledger itself.

    Backups under whatever name, and what upgrades and restores kept. Whoever erases something from
    the ledger has to look here too.
    """
    yield from sorted(folder.glob(f"{_STEM}-before-*.{_ENDING}"))
    yield from sorted(backups_folder(folder).glob(f"*.{_ENDING}"))


def _stamp(at: Instant) -> str:
    return moment(at).strftime(_STAMP)
