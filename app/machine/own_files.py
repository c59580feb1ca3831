"""The files of a data folder that are this program's own."""

from collections.abc import Iterator
from pathlib import Path

#: What is to be erased, while that is under way (app/actions/erasing_order.py).
ERASING = "erasing.json"
#: Beginnings of names of files, those of the window among them; -wal and the like come behind.
OWN_NAMES = (
    *("ledger.db", "ledger-before-upgrade", "ledger-before-restore"),
    *("settings.json", "settings-damaged.json", "snapshot.json", "last-page.", "talktally.log"),
    *("window.lock", "updates."),
    ERASING,
)
#: Folders that hold nothing but our own files and what a person put among them.
OWN_FOLDERS = ("backups", "refused", "sample")


def own_files(folder: Path) -> Iterator[Path]:
    """Find our own files and folders, each by itself, in order of their names."""
    for path in sorted(folder.iterdir()):
        if path.name in OWN_FOLDERS if path.is_dir() else path.name.startswith(OWN_NAMES):
            yield path


def size_of(path: Path) -> int:
    """Return how many bytes a file holds, or all files of a folder."""
    if path.is_dir():
        return sum(each.stat().st_size for each in path.rglob("*") if each.is_file())
    return path.stat().st_size
