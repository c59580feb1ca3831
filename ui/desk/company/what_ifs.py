"""The dialog that asks what would have been, connected: counted on a lane, stopped on request."""

from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.problem import Problem
from app.domain.what_if import Replay, WhatIf
from ui.desk.company import plan_requests as requests
from ui.desk.company.side_lane import SideLane
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme
from ui.what_if.dialog import WhatIfDialog
from ui.what_if.state import answer_state, what_if_state


class WhatIfs(QObject):
    """Opens the dialog and answers; ``failed`` carries a Problem."""

    failed = Signal(object)
    _progressed = Signal(int, int)

    def __init__(
        self, window: QWidget, theme: Theme, preferences: Preferences, lane: SideLane
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._preferences, self._lane = preferences, lane
        self._dialog: WhatIfDialog | None = None
        #: Set once nobody wants the answer that is being counted.
        self._stop = Event()
        self._progressed.connect(self._on_progress)

    def ask(self) -> None:
        """Open the dialog."""
        if self._dialog is None:
            self._lane.run(requests.read_offered, self._open, self.failed.emit)

    def close(self) -> None:
        """Stop counting."""
        self._stop.set()

    def _open(self, offered: requests.Offered) -> None:
        if self._dialog is not None:
            return
        state = what_if_state(self._preferences.words, offered.plans, offered.page)
        dialog = self._dialog = WhatIfDialog(self._theme, state, self._window)
        dialog.asked.connect(self._on_asked)
        dialog.stopped.connect(self.close)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_asked(self, wish: WhatIf) -> None:
        stop = self._stop = Event()
        # The signal crosses over to the main thread; whoever asked last is told.
        work = requests.replay_of(wish, self._progressed.emit, stop.is_set)
        self._lane.run(work, self._on_answer, self._on_failed)

    def _on_progress(self, done: int, total: int) -> None:
        if self._dialog is not None and not self._stop.is_set():
            self._dialog.show_counting(done, total)

    def _on_answer(self, answer: Replay) -> None:
        if self._dialog is None:
            return
        if self._stop.is_set() and not answer.cycles:
            self._dialog.show_refused("")
        else:
            self._dialog.show_answer(answer_state(self._preferences.words, answer))

    def _on_failed(self, problem: Problem) -> None:
        if self._dialog is not None:
            self._dialog.show_refused(self._preferences.words.problem(problem))

    def _on_finished(self) -> None:
        self.close()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
