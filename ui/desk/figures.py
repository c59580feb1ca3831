"""The figures in the window: up to date after any write, and as each minute begins."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.beat import Beat
from app.domain.instant import MINUTE
from app.domain.meter import Status
from app.domain.problem import Problem
from app.machine.outlooks import Outlooks
from app.machine.settings import Settings
from app.wording.words import Words
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.look import Look, View
from ui.desk.snoozes import Snoozes
from ui.desk.view import status_of, view_at
from ui.desk.watching import Watching

#: A timer may come a little early, and then the minute has not begun.
_LATE_MS = 20
_MS = 1_000
_ACTIVE = Qt.ApplicationState.ApplicationActive


class Figures(QObject):
    """Reads on the lane and tells what it read; ``failed`` carries the first Problem in a row."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, lane: Lane, books: Books, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._books = books
        self._look = look
        self._view: View | None = None
        #: A reading is under way; what was wanted meanwhile comes after it.
        self._busy = self._wanted = self._stirred = False
        self._has_failed = False
        #: The ledger is let go: what was under way must not make anybody open it again.
        self._stopped = False
        self._watching = Watching(self)
        self._watching.stirred.connect(self.look)
        self._minute = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._minute.timeout.connect(self._on_minute)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            # Whoever comes back to a computer that slept should not wait for the minute.
            application.applicationStateChanged.connect(self._on_state)

    @property
    def view(self) -> View | None:
        """The last figures read, as they stand by now."""
        return self._view

    def step(self, at: Beat) -> View | None:
        """Let the open calls of the last figures go on to a moment; ``None`` before there are any.

        Nothing is read: the ledger knows no more of a call than when it was answered.
        """
        if self._view is not None:
            self._view = view_at(self._view, self._look, at)
        return self._view

    def status_at(self, at: Beat) -> Status | None:
        """Return the last figures with their open calls as they are at a moment, not kept."""
        return status_of(self._view, self._look, at) if self._view is not None else None

    def start(self) -> None:
        """Read the figures for the first time, and watch the ledger from then on."""
        self._stopped = self._has_failed = False
        self.refresh()
        self._await_minute()

    def stop(self) -> None:
        """Stop watching, and tell nothing any more."""
        self._stopped = True
        self._watching.stop()
        self._minute.stop()

    def refresh(self) -> None:
        """Read the figures, after a reading that is under way; not while the ledger is let go."""
        if self._stopped:
            return
        if self._busy:
            self._wanted = True
            return
        self._busy = True
        books, look = self._books, self._look
        self._lane.run(lambda: _read(books, look), self._on_read, self._on_failed)

    def speak(self, words: Words) -> None:
        """Show the figures in another language."""
        self._look = replace(self._look, words=words)
        self.refresh()

    def judge(self, settings: Settings) -> None:
        """Judge the figures as these settings want it."""
        if not self._look.outlooks.fits(settings):
            self._look = replace(self._look, outlooks=Outlooks(settings))
            self.refresh()

    def snooze(self, snoozes: Snoozes) -> None:
        """Let other banners sleep."""
        self._look = replace(self._look, snoozes=snoozes)
        self.refresh()

    def fold(self, kind: str, *, folded: bool) -> None:
        """Remember which billing banner is folded."""
        others = self._look.folded - {kind}
        self._look = replace(self._look, folded=others | ({kind} if folded else set()))

    def look(self) -> None:
        """Read the figures if anybody wrote or another minute is shown than the clock tells."""
        if self._stopped or self._view is None:
            return
        if self._busy:
            self._stirred = True
            return
        self._busy = True
        books, shown = self._books, self._view.now
        self._lane.run(lambda: books.has_news(since=shown), self._on_news, self._on_failed)

    def _on_read(self, view: View) -> None:
        self._busy = self._has_failed = False
        if self._stopped:
            return
        first = self._view is None
        self._view = view
        self._look = replace(self._look, before=view.status.meters, use=view.use, whole=False)
        self.read.emit(view)
        if first:
            # What takes longer comes after the figures everybody waits for.
            self._look = replace(self._look, whole=True)
            self.refresh()
        if not self._watching.is_on:
            self._watching.watch(self._books.folder)
            self._stirred = True  # somebody may have written before
        self._go_on()

    def _on_failed(self, problem: Problem) -> None:
        told, self._has_failed = self._has_failed, True
        self._busy = self._stirred = False
        if not told:
            self.failed.emit(problem)
        self._go_on()

    def _go_on(self) -> None:
        """Do what was wanted while a reading was under way."""
        if self._wanted and not self._stopped:
            self._wanted = False
            self.refresh()
        elif self._stirred and not self._busy:
            self._stirred = False
            self.look()

    def _on_minute(self) -> None:
        self._await_minute()
        if self._has_failed:
            self.refresh()
        else:
            self.look()

    def _await_minute(self) -> None:
        """Sleep until the next minute begins: never longer, whatever becomes of the clock."""
        left = MINUTE - self._books.now() % MINUTE
        self._minute.start(left // _MS + _LATE_MS)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == _ACTIVE:
            self.look()

    def _on_news(self, news: bool) -> None:  # noqa: FBT001 - what the worker brings home
        self._busy = False
        if news and not self._stopped:
            self._look = replace(self._look, whole=True)
            self._wanted = True
        self._go_on()


def _read(books: Books, look: Look) -> View:
    # Here because the reading imports SQLAlchemy, and the first frame does without.
    from ui.desk.reading import read_view

    return read_view(books.ledger(), books.now, look)
