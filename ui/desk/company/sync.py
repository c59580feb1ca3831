"""Rounds with the company's plan server: soon after a start, then when the last one says."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.next_round import is_due
from app.domain.problem import Problem
from ui.desk.company.network import Network, Request
from ui.desk.due import sleep_ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.actions.sync_now import Synced
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets

#: The page should stand and rest before the first round.
_FIRST_MS = 4_000


class Sync(QObject):
    """Does rounds while a company is joined.

    ``began`` and ``ended`` come around each; ``ended`` carries a :class:`Synced`. ``failed`` comes
    with a Problem of a round that a person asked for.
    """

    began = Signal()
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, network: Network, parent: QObject) -> None:
        super().__init__(parent)
        self._network = network
        self._due: Instant | None = None
        self._busy = self._asked = self._held = self._begun = False
        #: Whether nothing may begin by itself now; what a person asks for does.
        self.is_paused: Callable[[], bool] = lambda: False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._first = QTimer(self, singleShot=True)
        self._first.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        """Whether a round is under way."""
        return self._busy

    @property
    def is_asked(self) -> bool:
        """Whether it is one that a person waits for."""
        return self._busy and self._asked

    def start(self, *, after_ms: int = _FIRST_MS) -> None:
        """Begin with a first round; a company must be joined."""
        self._begun = True
        self._first.start(after_ms)

    def stop(self) -> None:
        """Do no more rounds."""
        self._begun = False
        self._timer.stop()
        self._first.stop()
        self._due = None

    def hold(self) -> None:
        """Begin no round until :meth:`go_on`: the ledger is let go of."""
        self._held = True

    def go_on(self) -> None:
        """Rounds may begin again."""
        self._held = False
        self._sleep()

    def ask(self) -> None:
        """Do a round because a person wants it, and tell them where it fails."""
        self._asked = True
        if self._busy:
            self.began.emit()
        self._round()

    def look(self) -> None:
        """Do a round if one is due, else look again when it is."""
        due = self._due is not None and is_due(self._due, self._network.now())
        if due and not self.is_paused():
            self._round()
        self._sleep()

    def _sleep(self) -> None:
        if self._due is None or not self._begun:
            return
        now = self._network.now()
        rests = self._held or self.is_paused()
        self._timer.start(sleep_ms(Instant(now + MINUTE) if rests else self._due, now))

    def _begin(self) -> None:
        self._due = self._network.now()
        self.look()

    def _round(self) -> None:
        if self._busy or self._held:
            return
        self._busy, self._due = True, None
        self.began.emit()
        self._network.ask(_round_of(self._network), self._on_round, self._on_failed)

    def _on_round(self, synced: "Synced") -> None:
        self._rest(synced.next_in)
        if synced.problem is not None:
            self._tell(synced.problem)
        self._asked = False
        self.ended.emit(synced)

    def _on_failed(self, problem: Problem) -> None:
        """The ledger itself could not be used; that is tried again later."""
        self._rest(300)
        self._tell(problem)
        self._asked = False
        self.ended.emit(None)

    def _rest(self, seconds: int) -> None:
        self._busy = False
        self._due = Instant(self._network.now() + seconds * SECOND)
        self._sleep()

    def _tell(self, problem: Problem) -> None:
        if self._asked:
            self.failed.emit(problem)


def _round_of(network: Network) -> "Request[Synced]":
    def request(ledger: "Ledger", secrets: "Secrets") -> "Synced":
        # Here because it brings httpx and pydantic, which nobody without a company needs.
        from app.actions.sync_now import sync_now

        return sync_now(ledger, secrets, now=network.now, cancelled=network.lane.is_closing)

    return request
