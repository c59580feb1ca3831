"""The question before what was typed is given up: keep on, or close without saving."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMessageBox, QWidget


@dataclass(frozen=True, slots=True)
class UnsavedWords:
    """What is asked, and its two answers; ``stay`` is what Enter and Esc say."""

    asked: str
    leave: str
    stay: str


def ask_before_leaving(over: QWidget, words: UnsavedWords, leave: Callable[[], None]) -> None:
    """Ask over a window whether to give up what was typed; ``leave`` only where that is wanted."""
    box = QMessageBox(over)
    box.setWindowTitle(over.windowTitle())
    box.setText(words.asked)
    leaving = box.addButton(words.leave, QMessageBox.ButtonRole.DestructiveRole)
    staying = box.addButton(words.stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(staying)
    box.setEscapeButton(staying)
    leaving.clicked.connect(leave)
    box.finished.connect(box.deleteLater)
    box.open()
