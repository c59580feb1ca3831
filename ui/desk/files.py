"""Asking for files: the folder last used comes first, at the beginning that of downloads."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.wording.words import Words


class FileQuestions:
    """Asks a person which files to read or write, and remembers where that was."""

    def __init__(self) -> None:
        place = QStandardPaths.StandardLocation.DownloadLocation
        self._folder = Path(QStandardPaths.writableLocation(place))

    def which_to_read(self, window: QWidget, words: Words) -> list[Path]:
        """Ask for exports to import; none when the person thought better of it."""
        names, _ = QFileDialog.getOpenFileNames(
            window,
            words.say("Import calls and texts"),
            str(self._folder),
            f"{words.say('Exports')} (*.csv *.tsv *.txt *.json *.jsonl "
            "*.db *.sqlite *.ini *.ch *.log);;"
            f"{words.say('All files')} (*)",
        )
        return [self._remember(name) for name in names]

    def which_to_write(self, window: QWidget, words: Words) -> Path | None:
        """Ask where all entries are to be written."""
        name, _ = QFileDialog.getSaveFileName(
            window,
            words.say("Export all entries"),
            str(self._folder / "talktally.csv"),
            f"{words.say('Spreadsheet')} (*.csv);;{words.say('JSON lines')} (*.jsonl)",
        )
        return self._remember(name) if name else None

    def _remember(self, name: str) -> Path:
        file = Path(name)
        self._folder = file.parent
        return file
