"""Changes that count everything again: who I am, calls by hand; told where they take long."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.problem import Problem
from ui.background.lane import Lane
from ui.desk import requests
from ui.desk.books import Books
from ui.desk.preferences import Preferences
from ui.importing.state import counting_again
from ui.people.dialog import WhoDialog
from ui.people.state import who_state
from ui.theme.theme import Theme
from ui.window.window import MainWindow


class Plans(QObject):
    """Changes what entries are counted by; ``changed`` afterwards, ``failed`` with a Problem.

    ``rested``: the row of a long change may go.
    """

    changed = Signal()
    failed = Signal(object)
    rested = Signal()

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        preferences: Preferences,
        *,
        books: Books,
        lane: Lane,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._preferences = window, theme, preferences
        self._books, self._lane = books, lane
        # A change that takes longer than this says so.
        self._patience = QTimer(self, interval=1_000, singleShot=True)
        self._patience.timeout.connect(self._on_patience)

    def ask_who(self, people: tuple[str, ...]) -> None:
        """Ask which of these people is me."""
        state = who_state(self._preferences.words, people)
        dialog = WhoDialog(self._theme, state, self._window)
        dialog.chosen.connect(self._on_me)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def change(self, work: requests.Work) -> None:
        """Do something that changes the figures, and say so where it takes long."""
        self._patience.start()
        self._lane.run(work, self._on_changed, self._on_refused)

    def stop(self) -> None:
        """The window closes."""
        self._patience.stop()

    def _on_me(self, name: str) -> None:
        self.change(requests.name_me(self._books, name))

    def _on_patience(self) -> None:
        self._window.show_import(counting_again(self._preferences.words))

    def _on_changed(self, _: object) -> None:
        self._end_patience()
        self.changed.emit()

    def _on_refused(self, problem: Problem) -> None:
        self._end_patience()
        self.failed.emit(problem)

    def _end_patience(self) -> None:
        if not self._patience.isActive():
            self.rested.emit()
        self._patience.stop()
