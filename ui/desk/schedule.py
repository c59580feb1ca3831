"""Backups that the window makes by itself, when the last one is old and something was written."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.problem import Problem
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.child import Child
from ui.desk.figures import Figures
from ui.desk.preferences import Preferences

#: The first look comes when the start is long over; then one every hour.
_FIRST_MS, _HOUR_MS = 20_000, 3_600_000


class Schedule(QObject):
    """Looks now and then whether a backup is due; ``failed`` carries the first Problem in a row."""

    failed = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        parent: QObject,
        *,
        books: Books,
        lane: Lane,
        figures: Figures,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._books = books
        self._lane = lane
        self._figures = figures
        self._child: Child | None = None
        self._has_failed = False
        self._timer = QTimer(self, interval=_FIRST_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    def look(self) -> None:
        """Make a backup if one is due; during a call it waits for the next hour."""
        self._timer.setInterval(_HOUR_MS)
        view = self._figures.view
        if self._child is not None or (view is not None and view.status.live):
            return
        folder, now = self._preferences.folder, self._books.now
        every = self._preferences.backup_every_days

        def is_due() -> bool:
            # Here because it brings SQLAlchemy, and a start does without.
            from app.actions.backup import is_due
            from app.actions.move_folder import finish_move

            finish_move(folder)
            return is_due(folder, now(), every)

        self._lane.run(is_due, self._on_looked, self._on_failed)

    def close(self) -> None:
        """Stop looking, and a backup under way with it."""
        self._timer.stop()
        if self._child is not None:
            self._child.close()
            self._child = None

    def _on_looked(self, due: bool) -> None:  # noqa: FBT001 - what the worker brings home
        if not due:
            return
        kept = str(self._preferences.backups_kept)
        command = ["backup", "--json", "--thorough", "--keep", kept]
        self._child = Child(self._preferences.folder, command, self)
        self._child.ended.connect(self._on_ended)
        self._child.failed.connect(self._on_failed)
        self._child.start()

    def _on_ended(self, _: dict[str, Any]) -> None:
        self._has_failed = False
        self._drop()

    def _on_failed(self, problem: Problem) -> None:
        self._drop()
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(problem)

    def _drop(self) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
