"""What softphones say, on its way into the ledger: in order, and kept while the ledger is busy."""

import logging
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.problem import LedgerProblem, Problem
from ui.background.lane import Lane
from ui.desk.books import Books

log = logging.getLogger(__name__)

#: What is said of one call or of all, as work on the ledger; tells whether it may change a figure.
Entry = Callable[[Books], bool]
#: So many may wait; a ledger that cannot be written to for hours must not fill the memory.
_MOST = 5_000
#: How long until a ledger that refused is tried again, ms; twice as long each time.
_FIRST_MS, _LONGEST_MS = 1_000, 15_000


class Stored(NamedTuple):
    """How far the worker came: so many were taken in, and why the ledger took no more.

    ``news``: one of them may have changed a figure.
    """

    taken: int
    trouble: LedgerProblem | None
    news: bool = True


class Intake(QObject):
    """Takes in one after another; ``stored`` after each time that a figure may have changed.

    ``troubled`` comes when :attr:`trouble` changes: why nothing reaches the ledger now.
    """

    stored = Signal()
    troubled = Signal()

    def __init__(self, books: Books, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._books, self._lane = books, lane
        self._waiting: deque[Entry] = deque()
        #: So many are under way to the ledger, the first ones.
        self._sent = 0
        self._held = False
        self.trouble: LedgerProblem | None = None
        #: Something had to be left out, so that the sources must be asked for everything again.
        self.is_incomplete = False
        self._again = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._again.timeout.connect(self._go_on)

    @property
    def is_free(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    def take(self, entry: Entry) -> None:
        """Take in what was said, after what was said before."""
        if len(self._waiting) >= _MOST:
            if not self.is_incomplete:
                log.warning("too much waits for the ledger; the sources are asked again later")
            self.is_incomplete = True
            return
        self._waiting.append(entry)
        if not self._again.isActive():
            self._go_on()

    def hold(self) -> None:
        """Keep everything here: the ledger is let go of."""
        self._held = True
        self._again.stop()

    def resume(self) -> None:
        """The ledger can be written to again."""
        self._held = False
        self._go_on()

    def close(self) -> None:
        """Send off what waits, and begin nothing any more: the lane closes after it."""
        self._again.stop()
        if not self._held and len(self._waiting) > self._sent:
            self._send()
        self._held = True

    def _go_on(self) -> None:
        if self._waiting and not self._sent and not self._held:
            self._send()

    def _send(self) -> None:
        books, entries = self._books, tuple(self._waiting)[self._sent :]
        self._sent = len(self._waiting)
        self._lane.run(
            lambda: _taken_in(books, entries), self._on_taken, self._on_refused, self._on_broken
        )

    def _on_taken(self, done: Stored) -> None:
        self._sent = 0
        for _ in range(done.taken):
            self._waiting.popleft()
        self._wait_for(done.trouble)
        if done.taken and done.news:
            self.stored.emit()
        if done.trouble is None:
            self._go_on()

    def _on_refused(self, problem: Problem) -> None:
        self._on_taken(Stored(0, LedgerProblem(problem.message, **problem.places)))

    def _on_broken(self) -> None:
        """Leave out what the program itself cannot take in: it would hold up all the others."""
        self._sent = 0
        self._waiting.popleft()
        self._go_on()

    def _wait_for(self, trouble: LedgerProblem | None) -> None:
        if trouble is None:
            self._again.setInterval(_FIRST_MS)
        elif not self._held:
            self._again.start()
            self._again.setInterval(min(_LONGEST_MS, 2 * self._again.interval()))
        before, self.trouble = self.trouble, trouble
        if (before is None) is not (trouble is None):
            self.troubled.emit()


def _taken_in(books: Books, entries: tuple[Entry, ...]) -> Stored:
    """Take in as many as the ledger takes; what it refuses for what it says is left out."""
    news = False
    for place, entry in enumerate(entries):
        try:
            news = entry(books) or news
        except LedgerProblem as trouble:
            return Stored(place, trouble, news)
        except Problem as problem:
            # The template alone, for numbers and ids stand in its places.
            log.info("a softphone said what cannot be taken in: %s", problem.message)
        except Exception:
            if place:
                # So that it comes first next time, and goes alone.
                return Stored(place, None, news)
            raise
    return Stored(len(entries), None, news)
