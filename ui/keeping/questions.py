"""Which backup, which folder, which bundle: asked where a person expects it."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.wording.words import Words

_OWN_FOLDER = "Talktally"


def which_backup(window: QWidget, words: Words, folder: Path) -> Path | None:
    """Ask for the backup to restore, among those of a folder at first."""
    name, _ = QFileDialog.getOpenFileName(
        window,
        words.say("Restore a backup"),
        str(folder),
        f"{words.say('Backups')} (*.db);;{words.say('All files')} (*)",
    )
    return Path(name) if name else None


def which_folder(window: QWidget, words: Words) -> Path | None:
    """Ask where the data folder is to be; in a folder that holds anything it gets one of its own.

    Nothing is asked twice: what will be moved where is said before it is agreed to.
    """
    name = QFileDialog.getExistingDirectory(window, words.say("Move the data folder"))
    if not name:
        return None
    folder = Path(name)
    target = folder / _OWN_FOLDER if any(folder.iterdir()) else folder
    asked = words.say("Move everything Talktally keeps to {folder}?", folder=target)
    yes = QMessageBox.StandardButton.Yes
    buttons = yes | QMessageBox.StandardButton.Cancel
    answer = QMessageBox.question(window, "Talktally", asked, buttons)
    return target if answer is yes else None


def which_bundle(window: QWidget, words: Words) -> Path | None:
    """Ask for a new file for the bundle."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    name, _ = QFileDialog.getSaveFileName(
        window,
        words.say("Save bundle"),
        str(Path(place) / "talktally-report.zip"),
        f"{words.say('Archive')} (*.zip)",
    )
    return Path(name) if name else None
