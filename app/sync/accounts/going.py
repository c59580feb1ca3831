"""A round that is under way: what it may do, how far it is, and how it writes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import NoReturn, TypeVar

from app.domain.connection import Balance, Connection, Progress, Waiting
from app.domain.instant import Instant
from app.domain.problem import mark
from app.ledger.connections.accounts import connection_of_id
from app.ledger.connections.so_far import SoFar, refused_so_far, so_far
from app.ledger.ledger import Ledger, Writing
from app.sync.accounts.outcome import Counts
from app.sync.accounts.waiting import patient
from app.sync.accounts.watch import Watch
from app.sync.stopped import CANCELLED, StoppedProblem

#: A pace of several questions a second is nothing that anybody waits for.
_WORTH_TELLING = 1.0
Result = TypeVar("Result")
_CHANGED = mark("{name} was paused or removed meanwhile.")


class ChangedProblem(StoppedProblem):
    """The connection was paused, removed or given another key while its round went on."""


@dataclass(slots=True)
class Going:
    """Whatever the steps of a round share; nothing is fetched while a transaction is open.

    ``part`` and ``total``: what is being read, and how much of it there is.
    ``may_confirm``: how many records may still be asked for that seem to be deleted.
    """

    ledger: Ledger
    connection: Connection
    watch: Watch
    counts: Counts = field(default_factory=Counts)
    part: str = ""
    total: int | None = None
    balance: Balance | None = None
    may_confirm: int = 50
    turn: Lock = field(default_factory=Lock)

    def now(self) -> Instant:
        """Return the present instant."""
        return self.watch.now()

    def check(self) -> None:
        """Stop here when that is wanted."""
        if self.watch.cancelled():
            raise StoppedProblem(CANCELLED)

    def write(self, change: Callable[[Writing], Result], *, durable: bool = False) -> Result:
        """Write, unless the connection was paused or removed since.

        A page need not be on the disk yet when the next one is read: it can be fetched again.
        """
        with self.ledger.writing(durable=durable) as writing:
            found = connection_of_id(writing.connection, self.connection.id)
            if found is None or found.paused:
                self.stop_changed()
            else:
                self.connection = found
            return change(writing)

    def stop_changed(self) -> NoReturn:
        """Stop here because the connection is not what it was when the round began."""
        raise ChangedProblem(_CHANGED, name=self.connection.name)

    def so_far(self) -> SoFar:
        """Return how the connection has fared up to now."""
        with self.ledger.reading() as snapshot:
            found = so_far(snapshot.connection, self.connection.id)
        return found or self.stop_changed()

    def refused_so_far(self) -> int:
        """Return how many records were not taken up to now."""
        with self.ledger.reading() as snapshot:
            return refused_so_far(snapshot.connection, self.connection.id)

    def tell(self, waiting: Waiting | None = None) -> None:
        """Say how far the part is that is being read."""
        read = self.counts.parts.get(self.part, 0)
        total = None if self.total is None else max(self.total, read)
        with self.turn:
            self.watch.told(Progress(self.connection.id, self.part, read, total, waiting))

    def waits(self, waiting: Waiting) -> None:
        """Wait because the provider wants it; told, and over at once when cancelled."""
        self.check()
        if waiting.seconds >= _WORTH_TELLING:
            self.tell(waiting)
        wait = self.watch.wait or patient(self.watch.cancelled)
        wait(waiting)
        self.check()
