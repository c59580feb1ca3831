"""What the desk says in a box of its own: what went wrong, and what is worth knowing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.domain.problem import LedgerProblem, Problem
from ui.desk.preferences import Preferences

_NAME = "Talktally"


class Told:
    """Says sentences over one window; none waits for an answer.

    ``restore``: what begins to restore a backup, offered where the ledger cannot be used.
    """

    def __init__(
        self,
        window: QWidget,
        preferences: Preferences,
        restore: Callable[[], None] = lambda: None,
    ) -> None:
        self._window = window
        self._preferences = preferences
        self._restore = restore

    def problem(self, problem: Problem) -> None:
        """Say what went wrong that is not the program's own fault."""
        words = self._preferences.words
        box = self._box(words.problem(problem), _NAME)
        if isinstance(problem, LedgerProblem):
            box.setStandardButtons(QMessageBox.StandardButton.Ok)
            offer = box.addButton(words.say("Restore…"), QMessageBox.ButtonRole.ActionRole)
            offer.clicked.connect(self._restore)
        box.open()

    def fault(self, error: Exception) -> None:
        """Report a fault of the program, and say where the report lies."""
        self.sentence(self._preferences.report(error))

    def about(self) -> None:
        """Say what this program is."""
        self.sentence(
            self._preferences.about(), title=self._preferences.words.say("About Talktally")
        )

    def sentence(self, sentence: str, *, title: str = _NAME) -> None:
        """Say a sentence."""
        self._box(sentence, title).open()

    def _box(self, sentence: str, title: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)  # names and files of others stand in it
        box.setText(sentence)
        box.finished.connect(box.deleteLater)
        return box
