"""Newer versions in the window: looked for in the background, told on the overview and in the tray.

Trouble on the way is told in the settings alone, and no figure follows from it.
"""

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.domain.instant import Instant
from app.domain.problem import Problem
from app.machine.settings import Settings
from ui.background.lane import Lane
from ui.desk.preferences import Preferences
from ui.settings.seen import UpdatesSeen
from ui.theme.theme import Theme
from ui.updates.state import PAGE, told_version, update_row
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from app.domain.updates import UpdatesNow
    from ui.widgets.acting_row import ActingRow

#: What is known already is read when the start is long over.
_KNOWN_MS = 6_000
#: The first question comes a minute to five after the start, so that not all ask at nine.
_FIRST_MS, _SPREAD_MS = 60_000, 240_000
#: Then it is looked hourly whether another day has passed.
_HOUR_MS = 3_600_000
#: How long a window that closes waits for a server that does not answer.
_PATIENCE_SECONDS = 2.0
_PUT_AWAY = "update_put_away"


class Updates(QObject):
    """Looks and tells; ``changed`` when what is known, or what is to be told, is something else.

    ``refused`` carries a Problem: why what a person asked for could not be.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        preferences: Preferences,
        now: Callable[[], Instant],
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._preferences, self._now = preferences, now
        #: Whether nothing may begin by itself now, and whether nothing is to be told.
        self.is_paused: Callable[[], bool] = lambda: False
        self.is_quiet: Callable[[], bool] = lambda: False
        self._known: UpdatesNow | None = None
        self._wanted = preferences.settings.look_for_updates
        self._looking = False
        self._lane: Lane | None = None
        self._row: ActingRow | None = None
        self._first = QTimer(self, singleShot=True)
        self._first.timeout.connect(self.read)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        preferences.watch(self._on_settings)

    @property
    def version(self) -> str:
        """The version to tell of, "" for none."""
        return told_version(self._known, self._preferences.kept(_PUT_AWAY))

    def seen(self) -> UpdatesSeen:
        """Return what the settings show."""
        return UpdatesSeen(self._known, looking=self._looking) if self._known else UpdatesSeen()

    def start(self) -> None:
        """Begin to look, when the start is long over."""
        self._first.start(_KNOWN_MS)
        self._timer.start(_FIRST_MS + random.randrange(_SPREAD_MS))  # noqa: S311 - it only keeps computers apart

    def read(self) -> None:
        """Read what is known, and ask nobody."""
        # Here, as below, because no first frame needs it.
        from app.actions.updates_now import updates_now

        folder, environ = self._preferences.folder, self._preferences.environ
        self._run(lambda: updates_now(folder, environ))

    def look(self) -> None:
        """Ask if it is due; trouble is kept for the settings."""
        from app.actions.look_for_updates import look_if_due

        self._timer.start(_HOUR_MS)
        if self.is_paused():
            return
        folder, environ, now = self._preferences.folder, self._preferences.environ, self._now
        self._run(lambda: look_if_due(folder, environ, now))

    def act(self, what: str) -> None:
        """Do what a button or a line says: "look", "page" or "put_away"."""
        if what == "look":
            self._look_now()
        elif what == PAGE:
            self._open_page()
        else:
            self._preferences.keep(_PUT_AWAY, self.version)
            self._tell()

    def show_again(self) -> None:
        """Show the row anew: a call may have begun or ended."""
        words, put_away = self._preferences.words, self._preferences.kept(_PUT_AWAY)
        state = None if self.is_quiet() else update_row(words, self._known, put_away)
        if state is not None and self._row is None:
            self._row = self._made()
        if self._row is not None:
            self._row.show_state(state)

    def close(self) -> None:
        """Look no more; a server that does not answer is left alone."""
        self._first.stop()
        self._timer.stop()
        if self._lane is not None:
            self._lane.close()

    def _look_now(self) -> None:
        from app.actions.look_for_updates import look_now

        if self._looking:
            return
        self._looking = True
        self.changed.emit()
        folder, environ, now = self._preferences.folder, self._preferences.environ, self._now
        self._run(lambda: look_now(folder, environ, now), self._on_refused)

    def _open_page(self) -> None:
        if self._known is not None and self._known.newer is not None:
            QDesktopServices.openUrl(QUrl(self._known.newer.page))

    def _run(
        self, work: "Callable[[], UpdatesNow]", failed: Callable[[Problem], None] | None = None
    ) -> None:
        if self._lane is None:
            self._lane = Lane(self, name="updates-lane", patience_seconds=_PATIENCE_SECONDS)
        self._lane.run(work, self._on_known, failed or self._on_failed, self._on_broken)

    def _on_known(self, known: "UpdatesNow") -> None:
        self._known, self._looking = known, False
        self._tell()

    def _on_failed(self, _: Problem) -> None:
        """Nobody asked for it, so nobody is told; a full disk is told by what needs it."""
        self._on_broken()

    def _on_refused(self, problem: Problem) -> None:
        self._on_broken()
        self.refused.emit(problem)

    def _on_broken(self) -> None:
        self._looking = False
        self.changed.emit()

    def _on_settings(self, settings: Settings) -> None:
        self.show_again()  # in another language, perhaps
        if settings.look_for_updates != self._wanted:
            self._wanted = settings.look_for_updates
            self.read()

    def _tell(self) -> None:
        self.show_again()
        self.changed.emit()

    def _made(self) -> "ActingRow":
        # Here because most windows never tell of a version.
        from ui.widgets.acting_row import ActingRow

        row = ActingRow(self._theme)
        row.asked.connect(lambda _, key: self.act(key))
        self._window.page.insert_offer(row)
        return row
