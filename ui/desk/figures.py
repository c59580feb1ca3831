"""The figures in the window: up to date after any write, each minute, each second of a call."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.problem import Problem
from app.machine.outlooks import Outlooks
from app.machine.settings import Settings
from app.wording.words import Words
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.look import Look, View
from ui.desk.snoozes import Snoozes

_POLL_MS = 400
_CALL_MS = 1_000


class Figures(QObject):
    """Reads on the lane and announces what it read; ``failed`` carries a Problem."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, lane: Lane, books: Books, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._books = books
        self._look = look
        self._view: View | None = None
        self._busy = False
        #: The ledger is let go: what was under way must not make anybody open it again.
        self._stopped = False
        self._poll = _timer(self, _POLL_MS, self._on_poll)
        self._call = _timer(self, _CALL_MS, self.refresh)

    @property
    def view(self) -> View | None:
        """The last figures read."""
        return self._view

    def start(self) -> None:
        """Read the figures for the first time, and watch the ledger from then on."""
        self._stopped = False
        self.refresh()
        self._poll.start()

    def stop(self) -> None:
        """Stop watching, and tell nothing any more."""
        self._stopped = True
        self._poll.stop()
        self._call.stop()

    def refresh(self) -> None:
        """Read the figures; while a reading is under way, another one is not begun."""
        if self._busy:
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

    def _on_read(self, view: View) -> None:
        self._busy = False
        if self._stopped:
            return
        first = self._view is None
        self._view = view
        self._look = replace(self._look, before=view.status.meters, use=view.use, whole=False)
        self._announce(view)
        if first:
            # What takes longer comes after the figures everybody waits for.
            self._look = replace(self._look, whole=True)
            self.refresh()

    def _announce(self, view: View) -> None:
        self.read.emit(view)
        live = bool(view.status.live)
        if live != self._call.isActive():
            (self._call.start if live else self._call.stop)()

    def _on_failed(self, problem: Problem) -> None:
        self._busy = False
        self.failed.emit(problem)

    def _on_poll(self) -> None:
        if self._busy or self._view is None:
            return
        self._busy = True
        books, shown = self._books, self._view.now
        self._lane.run(lambda: books.has_news(since=shown), self._on_news, self._on_failed)

    def _on_news(self, news: bool) -> None:  # noqa: FBT001 - what the worker brings home
        self._busy = False
        if news and not self._stopped:
            self._look = replace(self._look, whole=True)
            self.refresh()


def _read(books: Books, look: Look) -> View:
    # Here because the reading imports SQLAlchemy, and the first frame does without.
    from ui.desk.reading import read_view

    return read_view(books.ledger(), books.now, look)


def _timer(parent: QObject, interval: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.timeout.connect(slot)
    return timer
