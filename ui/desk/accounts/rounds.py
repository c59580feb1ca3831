"""Rounds with the connected accounts: when one is due or asked for, one after another."""

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.next_round import is_due
from app.domain.problem import Problem
from ui.desk.accounts import requests
from ui.desk.accounts.often import Often
from ui.desk.company.network import Network
from ui.desk.due import sleep_ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.accounts import AccountShown, AccountsPage
    from app.domain.connection import Progress
    from app.sync.accounts.outcome import AccountOutcome

#: The page should stand and rest before the first round.
_FIRST_MS = 4_000
#: After a ledger that could not be used a connection rests so long, or it would be tried at once.
_REST = 5 * MINUTE


class Rounds(QObject):
    """Does rounds while accounts are connected.

    ``changed``: another round runs, waits for its turn, or is further. ``ended`` carries an
    outcome, ``None`` where there was nothing to do. ``failed`` carries a Problem of the ledger in
    a round that a person asked for.
    """

    changed = Signal()
    ended = Signal(object)
    failed = Signal(object)
    _progressed = Signal(object)

    def __init__(self, network: Network, parent: QObject) -> None:
        super().__init__(parent)
        self._network = network
        self._waiting: list[int] = []
        self._rested: dict[int, Instant] = {}
        self._page: AccountsPage | None = None
        self._running: int | None = None
        self._asked: set[int] = set()
        self._progress: Progress | None = None
        self._stop = Event()
        self._held = self._begun = False
        #: Whether nothing may begin by itself now; what a person asks for does.
        self.is_paused: Callable[[], bool] = lambda: False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._first = QTimer(self, singleShot=True)
        self._first.timeout.connect(self._begin)
        self._progressed.connect(self._on_progress)

    @property
    def running(self) -> int | None:
        """The connection whose round runs."""
        return self._running

    @property
    def waiting(self) -> tuple[int, ...]:
        """The connections whose rounds wait for their turn."""
        return tuple(self._waiting)

    @property
    def progress(self) -> "Progress | None":
        """How far the running round is, ``None`` before its first page."""
        return self._progress

    @property
    def is_stopping(self) -> bool:
        """Whether the running round ends after its page."""
        return self._stop.is_set()

    def know(self, page: "AccountsPage", *, after_ms: int = _FIRST_MS) -> None:
        """Learn which accounts are connected, and when they are due."""
        self._page = page
        if not page.accounts:
            self._begun = False
            self._timer.stop()
        elif self._begun:
            self._sleep()
        elif not self._first.isActive():
            self._first.start(after_ms)

    def ask(self, *connections: int) -> None:
        """Do rounds because a person wants them; without any, with all that are not paused."""
        shown = self._page.accounts if self._page is not None else ()
        every = [each.connection.id for each in shown if not each.connection.paused]
        for connection_id in connections or every:
            self._asked.add(connection_id)
            self._line_up(connection_id)
        self._go_on()

    def stop(self, connection_id: int) -> None:
        """End the round of a connection after its page, or let it not begin."""
        if connection_id in self._waiting:
            self._waiting.remove(connection_id)
        if connection_id == self._running:
            self._stop.set()
        self.changed.emit()

    def look(self) -> None:
        """Do the rounds that are due, and look again when the next one is."""
        self._look()
        self._sleep()

    def _look(self) -> None:
        if self._page is None or self.is_paused():
            return
        now = self._network.now()
        for shown in self._page.accounts:
            if self._is_due(shown, now):
                self._line_up(shown.connection.id)
        self._go_on()

    def hold(self) -> None:
        """Begin no round until :meth:`go_on`, and end the one that runs: the ledger is let go."""
        self._held = True
        self._stop.set()

    def go_on(self) -> None:
        """Rounds may begin again."""
        self._held = False

    def close(self) -> None:
        """Do no more rounds."""
        self._begun = False
        self._timer.stop()
        self._first.stop()
        self._stop.set()

    def _begin(self) -> None:
        self._begun = True
        self.look()

    def _sleep(self) -> None:
        """Sleep until the next round is due; what waits for anything else is looked at later."""
        if self._page is None or not self._begun:
            return
        now = self._network.now()
        rests = self._running is not None or self._held or self.is_paused()
        planned = [self._planned(each) for each in self._page.accounts]
        due = min((each for each in planned if each is not None), default=None)
        self._timer.start(sleep_ms(Instant(now + MINUTE) if rests or due is None else due, now))

    def _planned(self, shown: "AccountShown") -> Instant | None:
        """Tell for when the next round is planned, ``None`` for never."""
        rested = self._rested.get(shown.connection.id)
        planned = [each for each in (rested, shown.due) if each is not None]
        return None if shown.connection.paused else max(planned, default=self._network.now())

    def _is_due(self, shown: "AccountShown", now: Instant) -> bool:
        rested = self._rested.get(shown.connection.id)
        return not shown.connection.paused and is_due(rested, now) and is_due(shown.due, now)

    def _line_up(self, connection_id: int) -> None:
        if connection_id != self._running and connection_id not in self._waiting:
            self._waiting.append(connection_id)

    def _go_on(self) -> None:
        if self.is_paused():
            self._waiting = [each for each in self._waiting if each in self._asked]
        if self._running is None and not self._held and self._waiting:
            self._start(self._waiting.pop(0))
        self.changed.emit()

    def _start(self, connection_id: int) -> None:
        stop = self._stop = Event()
        self._running, self._progress = connection_id, None
        often: Often[Progress] = Often(self._progressed.emit)
        wanted = requests.Round(
            connection_id,
            # Crosses over to the main thread; a wait is told whatever came just before.
            lambda progress: often(progress, at_once=progress.waiting is not None),
            lambda: stop.is_set() or self._network.lane.is_closing(),
        )
        request = requests.round_with(wanted, self._network.now)
        self._network.ask(request, self._on_ended, self._on_failed, self._on_broken)

    def _on_progress(self, progress: "Progress") -> None:
        if progress.connection_id == self._running:
            self._progress = progress
            self.changed.emit()

    def _on_ended(self, outcome: "AccountOutcome | None") -> None:
        # What was read tells only later when the next one is due: not before this one rests.
        self._rest(outcome.next_in if outcome is not None else None)
        self.ended.emit(outcome)
        self._go_on()

    def _on_failed(self, problem: Problem) -> None:
        """The ledger itself could not be used; that is tried again later."""
        asked = self._running in self._asked
        self._rest(None)
        if asked:
            self.failed.emit(problem)
        self.ended.emit(None)
        self._go_on()

    def _on_broken(self) -> None:
        """The program was at fault, which is told elsewhere; the others go on."""
        self._on_ended(None)

    def _rest(self, seconds: int | None) -> None:
        if self._running is None:
            return
        rest = _REST if seconds is None else min(_REST, seconds * SECOND)
        self._rested[self._running] = Instant(self._network.now() + rest)
        self._asked.discard(self._running)
        self._running, self._progress = None, None
        self._sleep()
