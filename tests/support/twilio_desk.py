"""A desk that reads the Twilio on loopback: waits move its clock's hands and are written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.connection import Connection, Key, Options, Provider, Waiting
from app.domain.event import Fact
from app.domain.instant import SECOND, Instant
from app.remote.http import Peer
from app.remote.pages import Part
from app.remote.twilio.connect import open_twilio
from app.remote.twilio.reader import TwilioReader
from tests.support.providers.place import Place, placed
from tests.support.providers.twilio import Twilio
from tests.support.providers.twilio_book import Account
from tests.support.providers.twilio_company import KEY, SID, Hands
from tests.support.reading_rounds import Read, read_round


@dataclass
class Desk:
    """A reader, the server that it asks, and the hands of the clock that both look at."""

    place: Place
    twilio: Twilio
    hands: Hands
    reader: TwilioReader = field(init=False)
    waits: list[Waiting] = field(default_factory=list)
    kept: dict[str, Read] = field(default_factory=dict)

    @property
    def account(self) -> Account:
        """The account that is read."""
        return self.twilio.accounts[SID]

    def part(self, name: str) -> Part:
        """One of the parts."""
        return next(part for part in self.reader.parts({}) if part.name == name)

    def read(self, name: str = "calls", pages: int = 100_000) -> Read:
        """Read a round of a part, or so many pages of one."""
        kept = self.kept.setdefault(name, Read())
        return read_round(self.part(name), self.hands, kept, pages)

    def read_again(self, name: str = "calls") -> Read:
        """Read what was unfinished again."""
        kept = self.kept[name]
        ids = sorted(kept.unfinished)
        kept.unfinished.clear()
        kept.take(self.part(name).again(ids, self.hands()))
        return kept

    def everything(self) -> dict[str, Fact]:
        """Read a round of every part, and return all that was read so far."""
        names = [part.name for part in self.reader.parts({})]
        facts = [self.read(name).facts for name in names]
        return {identity: fact for each in facts for identity, fact in each.items()}

    def truth_of_calls(self) -> dict[str, Fact]:
        """Return what a ledger has of the calls of every account once it read them all."""
        return {key: fact for key, fact in self.twilio.truth().items() if key.startswith("CA")}

    def asked(self) -> list[str]:
        """Return the paths that were asked for, and forget them."""
        paths = [asked.path for asked in self.place.asked]
        self.place.asked.clear()
        return paths

    def wait(self, waiting: Waiting) -> None:
        """Let the time pass at once."""
        self.waits.append(waiting)
        self.hands.now = Instant(self.hands.now + int(waiting.seconds * SECOND))


@contextmanager
def desk(twilio: Twilio, key: Key = KEY, options: Options = Options()) -> Iterator[Desk]:  # noqa: B008 - frozen
    """Serve Twilio, and open the account."""
    assert isinstance(twilio.clock, Hands)
    with placed(twilio) as place, Peer(place.address) as peer:
        made = Desk(place, twilio, twilio.clock)
        connection = Connection(
            1, Provider.TWILIO, "Sales", SID, address=place.address, options=options
        )
        made.reader = open_twilio(
            peer, key, connection, pricing=lambda: Peer(place.address), wait=made.wait
        )
        yield made
