"""One long command at a time, with the dialog that stays while it runs."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk.preferences import Preferences
from ui.desk.task import Task

Answer = dict[str, Any]


class OneTask(QObject):
    """Runs a command unless another one runs; ``failed`` carries a Problem.

    ``rested`` comes after each, whatever became of it, and after its answer was handled.
    """

    failed = Signal(object)
    rested = Signal()

    def __init__(self, window: QWidget, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a command runs."""
        return self._task is not None

    def run(self, kind: str, arguments: Sequence[str], done: Callable[[Answer], None]) -> None:
        """Run a command; ``done`` gets its answer unless it was cancelled.

        ``kind`` says what it is, for :func:`ui.keeping.state.working`.
        """
        if self._task is not None:
            return
        command, *rest = arguments
        task = self._task = Task(kind, lambda: self._preferences.words, self._window)
        task.ended.connect(lambda answer: self._on_ended(answer, done))
        task.failed.connect(self._on_failed)
        task.start(self._preferences.folder, [command, "--json", "--progress", *rest])

    def close(self) -> None:
        """Stop what is under way and wait until it is gone."""
        if self._task is not None:
            self._task.close()
            self._task = None

    def _on_ended(self, answer: Answer, done: Callable[[Answer], None]) -> None:
        self._task = None
        if answer:
            done(answer)
        self.rested.emit()

    def _on_failed(self, problem: object) -> None:
        self._task = None
        self.rested.emit()
        self.failed.emit(problem)
