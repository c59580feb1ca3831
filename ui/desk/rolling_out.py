"""What an administrator decided for everybody, done for the person at this window."""

from PySide6.QtCore import QObject

from app.domain.problem import Problem
from ui.background.lane import Lane
from ui.desk.preferences import Preferences

#: Under this name the settings keep which decision about the login was followed.
_FOLLOWED = "login_decided"


class RollingOut(QObject):
    """Works once, after a start; what goes wrong stands in the log, for nobody here can mend it."""

    def __init__(self, preferences: Preferences, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences, self._lane = preferences, lane

    def start(self) -> None:
        """Follow what was not followed yet."""
        if self._preferences.rollout_problem is not None:
            self._note(self._preferences.rollout_problem)
        if self._preferences.rollout.start_at_login is not None:
            self._follow(decided=self._preferences.rollout.start_at_login)

    def _follow(self, *, decided: bool) -> None:
        preferences = self._preferences
        folder, environ, rollout = preferences.folder, preferences.environ, preferences.rollout
        done = preferences.kept(_FOLLOWED)

        def work() -> bool:
            # Here because few computers are rolled out.
            from app.actions.start_as_decided import is_left_to_do, start_as_decided

            if not is_left_to_do(folder, environ, rollout, done):
                return False
            start_as_decided(environ, decided=decided)
            return True

        self._lane.run(work, self._on_followed, self._note)

    def _on_followed(self, done: bool) -> None:  # noqa: FBT001 - what the worker brings home
        if done:
            self._preferences.keep(_FOLLOWED, self._preferences.rollout.start_at_login)

    def _note(self, problem: Problem) -> None:
        folder = self._preferences.folder

        def work() -> None:
            # Here because logging is for trouble only.
            from app.machine.log import write_trouble

            write_trouble(folder, problem)

        self._lane.run(work, lambda _: None, lambda _: None)
