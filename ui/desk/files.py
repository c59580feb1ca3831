"""Asking for files: the folder last used comes first, at the beginning that of downloads."""

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.machine.paths import home_folder
from app.wording.words import Words


class FileQuestions:
    """Asks a person which files to read or write, and remembers where that was."""

    def __init__(self) -> None:
        place = QStandardPaths.StandardLocation.DownloadLocation
        downloads = Path(QStandardPaths.writableLocation(place))
        # A dialog takes a folder that is not there for the name of a file in it.
        self._folder = downloads if downloads.is_dir() else home_folder(os.environ)

    def which_to_read(self, window: QWidget, words: Words) -> list[Path]:
        """Ask for exports to import; none when the person thought better of it."""
        names, _ = QFileDialog.getOpenFileNames(
            window,
            words.say("Import calls and texts"),
            str(self._folder),
            _kinds(words),
        )
        return [self._remember(name) for name in names]

    def which_to_map(self, window: QWidget, words: Words) -> Path | None:
        """Ask for one file whose columns are to be explained."""
        name, _ = QFileDialog.getOpenFileName(
            window, words.say("Import with a mapping"), str(self._folder), _kinds(words)
        )
        return self._remember(name) if name else None

    def which_log(self, window: QWidget, words: Words) -> Path | None:
        """Ask for the call log of a softphone."""
        logs = f"{words.say('Call logs')} (*.db *.ini *.ch);;{words.say('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(
            window, words.say("Read a call log"), str(self._folder), logs
        )
        return self._remember(name) if name else None

    def which_to_write(
        self, window: QWidget, words: Words, *, narrowed: bool = False
    ) -> Path | None:
        """Ask where entries are to be written: all, or those a list is narrowed to."""
        title = words.say("Export the entries found") if narrowed else ""
        name, _ = QFileDialog.getSaveFileName(
            window,
            title or words.say("Export all entries"),
            str(self._folder / "talktally.csv"),
            f"{words.say('Spreadsheet')} (*.csv);;{words.say('JSON lines')} (*.jsonl)",
        )
        return self._remember(name) if name else None

    def _remember(self, name: str) -> Path:
        file = Path(name)
        self._folder = file.parent
        return file


def _kinds(words: Words) -> str:
    """The kinds of files that can be read, as a file dialog wants them."""
    texts, others = "*.csv *.tsv *.txt *.json *.jsonl", "*.xlsx *.zip *.html"
    logs = "*.db *.sqlite *.ini *.ch *.log"
    return f"{words.say('Exports')} ({texts} {others} {logs});;{words.say('All files')} (*)"
