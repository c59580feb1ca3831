"""Call logs of softphones, read whenever they change, as long as the window runs."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.phone_choice import with_log
from app.domain.problem import Problem
from app.machine.settings import Settings
from ui.background.lane import Lane
from ui.desk import call_log_requests as requests
from ui.desk.books import Books
from ui.desk.child import Child
from ui.desk.file_watch import FileWatch
from ui.desk.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.settings.seen import LogSeen

#: Where the system tells of no write, and for calls that were left until they are over.
_AGAIN_MS = 60_000


class CallLogs(QObject):
    """Reads the logs that the settings name; a big one in a process of its own.

    ``changed``: entries came. ``shown``: :attr:`seen` has changed. ``failed`` carries the Problem
    of a file that was to be added; trouble with a log that is read already stands in :attr:`seen`
    alone, for it comes and goes with its softphone.
    """

    changed = Signal()
    shown = Signal()
    failed = Signal(object)

    def __init__(self, preferences: Preferences, parent: QObject, books: Books, lane: Lane) -> None:
        super().__init__(parent)
        self._preferences, self._books, self._lane = preferences, books, lane
        self.seen: tuple[LogSeen, ...] = ()
        #: Whether the ledger may be opened now.
        self.may_read: Callable[[], bool] = lambda: True
        self._began = self._busy = self._wanted = False
        self._logs: tuple[str, ...] = ()
        self._tried: dict[Path, str] = {}
        self._child: Child | None = None
        self._watch = FileWatch(self)
        self._watch.stirred.connect(self.look)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self.look)
        preferences.watch(self._on_settings)

    def follow(self) -> None:
        """The figures were read: the ledger is there, and a command may have changed settings."""
        self._preferences.look_again()
        if not self._began:
            self._began = True
            self._logs = self._preferences.settings.phone.logs
            self._arrange()

    def look(self) -> None:
        """Read what has changed, and look what logs there are."""
        if self._busy or self._child is not None:
            self._wanted = True
        elif self._began and self.may_read():
            self._busy, self._wanted = True, False
            preferences, books = self._preferences, self._books
            work = requests.look(preferences.settings.phone, preferences.environ, self._tried)
            self._lane.run(lambda: work(books), self._on_looked, self._on_failed, self._rest)

    def add(self, path: Path) -> None:
        """Read a log from now on, unless it is none."""
        work = requests.check(path, self._preferences.environ)
        self._lane.run(work, self._on_checked, self.failed.emit)

    def hold(self) -> None:
        """The ledger is let go of, and may be another one afterwards."""
        self._tried.clear()
        if self._child is not None:
            self._child.close()
            self._child.deleteLater()
            self._child = None

    def close(self) -> None:
        """Watch and read nothing more."""
        self._began = False
        self._watch.stop()
        self._again.stop()
        self.hold()

    def _on_settings(self, settings: Settings) -> None:
        if self._began and settings.phone.logs != self._logs:
            self._logs = settings.phone.logs
            self._arrange()

    def _arrange(self) -> None:
        """Watch what is wanted now; where nothing is, nothing wakes the window."""
        self._watch.watch(tuple(Path(name) for name in self._logs))
        if self._logs:
            self._again.start()
            self.look()
        else:
            self._again.stop()
            self.shown.emit()

    def _on_looked(self, looked: requests.Looked) -> None:
        self.seen = looked.seen
        self._watch.renew()
        self.shown.emit()
        if looked.new:
            self.changed.emit()
        if looked.big and self._began:
            self._tried.update(looked.big)
            self._read_apart([str(path) for path in looked.big])
        self._rest()

    def _read_apart(self, files: list[str]) -> None:
        child = self._child = Child(
            self._preferences.folder, ["call-logs", "read", "--json", "--", *files], self
        )
        child.ended.connect(self._on_apart)
        child.failed.connect(self._on_apart)
        child.start()

    def _on_apart(self, _: object) -> None:
        """Look how the logs stand now; what troubled the other process troubles this look too."""
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
        self.changed.emit()
        self.look()

    def _on_failed(self, _: Problem) -> None:
        """The ledger cannot be used: the figures tell it, and the next look tries again."""
        self._rest()

    def _rest(self) -> None:
        self._busy = False
        if self._wanted and self._child is None:
            self.look()

    def _on_checked(self, path: Path) -> None:
        phone = self._preferences.settings.phone
        self._preferences.change(phone=with_log(phone, str(path)))
