"""A desk that reads the Aircall on loopback: waits move its clock's hands and are written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.connection import Key, Waiting
from app.domain.event import Call
from app.domain.instant import SECOND, Instant
from app.remote.aircall.reader import open_aircall
from app.remote.http import Peer
from app.remote.pages import Part, Reader
from tests.support.providers.aircall import Aircall
from tests.support.providers.aircall_book import Book
from tests.support.providers.aircall_company import Hands
from tests.support.providers.place import Place, placed
from tests.support.reading_rounds import Read, read_round

COMPANY = "Example GmbH"
KEY = Key("key-id", "key-token")
AGENTS = {"456": "Ada Agent", "457": "Ben Agent"}


@dataclass
class Desk:
    """A reader, the server that it asks, and the hands of the clock that both look at."""

    place: Place
    hands: Hands
    reader: Reader = field(init=False)
    waits: list[Waiting] = field(default_factory=list)

    @property
    def calls(self) -> Part:
        """The part with the calls."""
        (part,) = self.reader.parts(AGENTS)
        return part

    def now(self) -> Instant:
        """The present instant."""
        return Instant(int(self.hands.now * SECOND))

    def read(self, read: Read | None = None, pages: int = 100_000) -> Read:
        """Read a round, or so many pages of one."""
        return read_round(self.calls, self.now, read, pages)

    def truth(self) -> dict[str, Call]:
        """What a ledger that read everything has."""
        return self.aircall.truth()

    @property
    def aircall(self) -> Aircall:
        """What is asked."""
        assert isinstance(self.place.provider, Aircall)
        return self.place.provider

    @property
    def book(self) -> Book:
        """What the company has there."""
        return self.aircall.book

    def wait(self, waiting: Waiting) -> None:
        """Let the time pass at once."""
        self.waits.append(waiting)
        self.hands.now += waiting.seconds


@contextmanager
def desk(aircall: Aircall, key: Key = KEY) -> Iterator[Desk]:
    """Serve a company, and open it."""
    assert isinstance(aircall.clock, Hands)
    with placed(aircall) as place, Peer(place.address) as peer:
        made = Desk(place, aircall.clock)
        made.reader = open_aircall(peer, key, COMPANY, wait=made.wait, clock=made.now)
        yield made
