"""Watching some files: told by the system when one is written, replaced, made or removed."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from ui.desk.watching import is_told_in

#: A softphone writes several times as a call ends: so long others that come with it are waited for.
_GATHER_MS = 1_500


class FileWatch(QObject):
    """Emits ``stirred`` when one of some files may have changed.

    On network folders the system tells of nobody else's writes, so those are not watched at all:
    whoever reads them has to look by itself.
    """

    stirred = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._paths: tuple[Path, ...] = ()
        self._watcher: QFileSystemWatcher | None = None
        self._gathering = QTimer(self, interval=_GATHER_MS, singleShot=True)
        self._gathering.timeout.connect(self._on_gathered)

    def watch(self, paths: Sequence[Path]) -> None:
        """Watch these files, also those that are not there yet; no others any more."""
        self.stop()
        self._paths = tuple(path for path in paths if _is_told(path.parent))
        if self._paths:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._on_stir)
            self._watcher.directoryChanged.connect(self._on_stir)
            self.renew()

    def renew(self) -> None:
        """Watch what was made or replaced meanwhile."""
        if self._watcher is None:
            return
        known = {*self._watcher.files(), *self._watcher.directories()}
        wanted = {str(each) for path in self._paths for each in (path, path.parent)}
        for name in sorted(wanted - known):
            if Path(name).exists():
                self._watcher.addPath(name)

    def stop(self) -> None:
        """Watch nothing."""
        self._gathering.stop()
        self._paths = ()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def _on_stir(self) -> None:
        if self._watcher is not None and not self._gathering.isActive():
            self._gathering.start()

    def _on_gathered(self) -> None:
        self.renew()
        self.stirred.emit()


def _is_told(folder: Path) -> bool:
    return sys.platform != "linux" or is_told_in(folder)
