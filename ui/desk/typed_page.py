"""What the pages share on which something is typed that the ledger does not keep."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.wording.words import Words
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.window.window import MainWindow

#: What others write is read again at most so often.
_AGAIN_MS = 700


class TypedPage(QObject):
    """Reads again while its page is in front; ``failed`` carries a Problem of the ledger."""

    failed = Signal(object)

    def __init__(
        self, window: MainWindow, words: Callable[[], Words], *, books: Books, lane: Lane
    ) -> None:
        super().__init__(window)
        self._window, self._words = window, words
        self._books, self._lane = books, lane
        #: Counts what was asked, so that an answer to an older question is known.
        self._asked = 0
        self._front = False
        self._timers: list[QTimer] = []
        self._again = self._resting(_AGAIN_MS, self._read)

    def show(self) -> None:
        """The page has come to the front."""
        self._front = True
        self._read()

    def hide(self) -> None:
        """Another page is in front."""
        self._front = False

    def follow(self) -> None:
        """Somebody may have written, or a minute began."""
        if self._front and not self._again.isActive():
            self._again.start()

    def renew(self) -> None:
        """Entries or plans were changed from this window."""
        self.follow()

    def close(self) -> None:
        """Read no more."""
        self._asked += 1
        for timer in self._timers:
            timer.stop()

    def _read(self) -> None:
        """Read what the page shows anew."""
        raise NotImplementedError

    def _resting(self, interval: int, slot: Callable[[], None]) -> QTimer:
        """Make a timer that calls something once its start is so many milliseconds past."""
        timer = QTimer(self, interval=interval, singleShot=True)
        timer.timeout.connect(slot)
        self._timers.append(timer)
        return timer
