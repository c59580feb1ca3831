"""A desk that reads the HubSpot on loopback: waits move its clock and are written down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.connection import Connection, Key, Options, Provider, Waiting
from app.domain.event import Fact
from app.domain.instant import SECOND, Instant
from app.remote.http import Peer
from app.remote.hubspot.reader import open_hubspot
from app.remote.pages import Page, Part, Reader
from tests.support.providers.hubspot import KEY, HubSpot, hubspot
from tests.support.providers.hubspot_book import Book
from tests.support.providers.place import Place, placed

#: 15 November 2026, noon in UTC.
NOON = 1_794_744_000.0


@dataclass
class Desk:
    """A reader, the account that it reads, and what came of it; ``now``: UNIX seconds.

    ``facts``: as a ledger would have them now; ``positions``: where each part goes on.
    """

    now: float = NOON
    lag: float = 0
    account: HubSpot = field(init=False)
    place: Place = field(init=False)
    reader: Reader = field(init=False)
    facts: dict[str, Fact] = field(default_factory=dict)
    positions: dict[str, str] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    waits: list[Waiting] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.account = hubspot(lambda: self.now, lag=self.lag)

    @property
    def book(self) -> Book:
        """The account's records."""
        return self.account.book

    @property
    def instant(self) -> Instant:
        """The present instant."""
        return Instant(int(self.now * SECOND))

    def part(self, name: str = "calls") -> Part:
        """One of the lists."""
        return next(each for each in self.reader.parts(self.account.agents()) if each.name == name)

    def page(self, name: str = "calls") -> Page:
        """Read the next page and keep it as a ledger does."""
        page = self.part(name).page(self.positions.get(name, ""), self.instant)
        self.pages.append(page)
        self.positions[name] = page.position
        self.facts.update({fact.external_id: fact for fact in page.facts})
        for external_id in page.gone:
            self.facts.pop(external_id, None)
        return page

    def round(self, name: str = "calls") -> list[Page]:
        """Read to the end of a round."""
        pages = [self.page(name)]
        while pages[-1].more:
            pages.append(self.page(name))
        return pages

    def wait(self, waiting: Waiting) -> None:
        """Let the time pass at once."""
        self.waits.append(waiting)
        self.now += waiting.seconds


@contextmanager
def desk(*, lag: float = 0, key: str = KEY, version: str = "") -> Iterator[Desk]:
    """Open an account without records until the end of the block."""
    made = Desk(lag=lag)
    with placed(made.account) as made.place, Peer(made.place.address) as peer:
        portal = str(made.account.portal)
        options = Options(version=version)
        connection = Connection(1, Provider.HUBSPOT, "HubSpot", portal, options=options)
        made.reader = open_hubspot(
            peer, Key("", key), connection, wait=made.wait, seconds=lambda: made.now
        )
        yield made
