"""What the desk says in a box of its own: what went wrong, and what is worth knowing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.domain.problem import Problem
from ui.desk.preferences import Preferences

_NAME = "Talktally"


class Told:
    """Says sentences over one window; none waits for an answer."""

    def __init__(self, window: QWidget, preferences: Preferences) -> None:
        self._window = window
        self._preferences = preferences

    def problem(self, problem: Problem) -> None:
        """Say what went wrong that is not the program's own fault."""
        self.sentence(self._preferences.words.problem(problem))

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
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)  # names and files of others stand in it
        box.setText(sentence)
        box.finished.connect(box.deleteLater)
        box.open()
