"""Watching the ledger's file: told by the system when anybody wrote, where the system can tell.

A commit is written to the file of changes beside the ledger, and reading writes to neither. Where
the system is not known to tell every write (network folders, other systems), it is looked often.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QStorageInfo, QTimer, Signal

#: A write shows within half a second: so long others that come with it are waited for.
_GATHER_MS = 250
_LOOK_MS = 400
_LEDGER = ("ledger.db", "ledger.db-wal")
#: File systems of this computer alone, on which Linux tells every write.
_TOLD = {b"ext2", b"ext3", b"ext4", b"btrfs", b"xfs", b"tmpfs", b"f2fs", b"zfs", b"overlay"}


class Watching(QObject):
    """Emits ``stirred`` when the ledger of a folder may have been written to."""

    stirred = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._watcher: QFileSystemWatcher | None = None
        self._gathering = QTimer(self, interval=_GATHER_MS, singleShot=True)
        self._gathering.timeout.connect(self.stirred)
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self.stirred)

    @property
    def is_on(self) -> bool:
        """Whether anything is watched."""
        return self.is_told or self._looking.isActive()

    @property
    def is_told(self) -> bool:
        """Whether the system tells of writes, so that nothing needs to be looked at."""
        return self._watcher is not None

    def watch(self, folder: Path) -> None:
        """Watch the ledger in a folder; the one watched so far no more."""
        self.stop()
        self._folder = folder
        watcher = QFileSystemWatcher(self)
        if is_told_in(folder) and watcher.addPath(str(folder)) and self._add_files(watcher):
            self._watcher = watcher
            watcher.fileChanged.connect(self._on_stir)
            watcher.directoryChanged.connect(self._on_stir)
        else:
            watcher.deleteLater()
            self._looking.start()

    def stop(self) -> None:
        """Watch nothing."""
        self._gathering.stop()
        self._looking.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def _on_stir(self) -> None:
        """Wait for what comes along; files that were made or replaced meanwhile are watched too."""
        if self._watcher is None:
            return
        if not self._add_files(self._watcher):
            self.watch(self._folder)
        if not self._gathering.isActive():
            self._gathering.start()

    def _add_files(self, watcher: QFileSystemWatcher) -> bool:
        """Watch the files that are there; tell whether all of them could be."""
        if not watcher.directories():
            return False  # the folder itself was moved away
        known = set(watcher.files())
        paths = [self._folder / name for name in _LEDGER]
        new = [str(path) for path in paths if path.exists() and str(path) not in known]
        return all(watcher.addPath(path) or not Path(path).exists() for path in new)


def is_told_in(folder: Path) -> bool:
    """Tell whether the system is known to tell of every write in a folder."""
    kind = QStorageInfo(str(folder)).fileSystemType()
    return sys.platform == "linux" and bytes(kind.data()) in _TOLD
