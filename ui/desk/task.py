"""One long command with a dialog that stays while it runs: its bar, its Cancel, its answer."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.wording.words import Words
from ui.desk.child import Child
from ui.keeping.state import working
from ui.keeping.work import WorkDialog


class Task(QObject):
    """Runs a command; ``ended`` carries its answer, {} when it was cancelled, ``failed`` a Problem.

    ``kind`` says what it is, for :func:`ui.keeping.state.working`.
    """

    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, kind: str, words: Callable[[], Words], window: QWidget) -> None:
        super().__init__(window)
        self._kind = kind
        self._words = words
        self._dialog = WorkDialog(working(words(), kind), window)
        self._child: Child | None = None

    def start(self, folder: Path, arguments: Sequence[str]) -> None:
        """Start it, with the dialog in front of the window."""
        child = self._child = Child(folder, arguments, self)
        child.progressed.connect(self._on_progress)
        child.ended.connect(self._on_ended)
        child.failed.connect(self._on_failed)
        self._dialog.cancelled.connect(child.cancel)
        self._dialog.open()
        child.start()

    def close(self) -> None:
        """Stop it and wait until it is gone."""
        if self._child is not None:
            self._child.close()
            self._child = None
        self._put_away()

    def _on_progress(self, said: dict[str, Any]) -> None:
        self._dialog.show_state(working(self._words(), self._kind, said))

    def _on_ended(self, answer: dict[str, Any]) -> None:
        self._put_away()
        self.ended.emit(answer)

    def _on_failed(self, problem: object) -> None:
        self._put_away()
        self.failed.emit(problem)

    def _put_away(self) -> None:
        self._dialog.hide()
        self._dialog.deleteLater()
        self.deleteLater()
