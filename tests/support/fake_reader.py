"""A provider without a network: it holds calls, and gives them page by page as a test wants."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.accounts import RefusedRecord
from app.domain.connection import AccountFound, Balance, Connection, Key, Provider, RemotePerson
from app.domain.event import Call, Fact, Source
from app.domain.failure import Failure
from app.domain.instant import MINUTE, Instant
from app.domain.price import PriceRow
from app.domain.twilio_account import MonthUse
from app.remote.pages import Page, Part, Reader, Span, Wait
from tests.support.ledgers import NOW, call

ACCOUNT = "4711"
SOURCE = Source("hubspot", ACCOUNT)


def calls_of(count: int, account: str = ACCOUNT) -> list[Call]:
    """Make calls a minute apart, the newest last."""
    source = Source("hubspot", account)
    start = NOW - count * MINUTE
    return [
        call(Instant(start + n * MINUTE), seconds=30, source=source, external_id=f"{n:06}")
        for n in range(count)
    ]


@dataclass
class FakePart:
    """A list of facts; ``before`` runs before each page and may raise."""

    name: str = "calls"
    facts: list[Fact] = field(default_factory=list)
    page_size: int = 10
    unfinished: set[str] = field(default_factory=set)
    refused: list[RefusedRecord] = field(default_factory=list)
    deleted: set[str] = field(default_factory=set)
    span: Span | None = None
    before: Callable[[str], None] = lambda _position: None
    asked: list[str] = field(default_factory=list)
    again_asked: list[tuple[str, ...]] = field(default_factory=list)
    looked_for: list[str] = field(default_factory=list)

    def page(self, position: str, now: Instant) -> Page:
        """Give the next facts; after the last one everything is read anew."""
        self.asked.append(position)
        self.before(position)
        place = json.loads(position)["at"] if position else 0
        facts = self.facts[place : place + self.page_size]
        last = place + self.page_size >= len(self.facts)
        reached = 0 if last else place + self.page_size
        return Page(
            facts,
            json.dumps({"at": reached}),
            more=not last,
            read=len(facts),
            total=len(self.facts),
            refused=() if place else self.refused,
            unfinished=[fact.external_id for fact in facts if fact.external_id in self.unfinished],
            begins=place == 0,
            span=self.span if last else None,
            whole=last,
        )

    def again(self, ids: Sequence[str], now: Instant) -> Page:
        """Give facts by their ids."""
        self.again_asked.append(tuple(ids))
        facts = [fact for fact in self.facts if fact.external_id in ids]
        still = [fact.external_id for fact in facts if fact.external_id in self.unfinished]
        return Page(facts, "", read=len(facts), unfinished=still)

    def is_gone(self, external_id: str, start: Instant) -> bool:
        """Tell whether a fact was deleted."""
        self.looked_for.append(external_id)
        return external_id in self.deleted


@dataclass
class FakeReader:
    """An account with some parts; ``trouble`` is raised when it is looked at."""

    lists: list[FakePart]
    found: AccountFound = field(default_factory=lambda: AccountFound(ACCOUNT, "Sales"))
    users: tuple[RemotePerson, ...] = ()
    money: Balance | None = None
    trouble: Failure | None = None
    looks: int = 0

    def look(self) -> AccountFound:
        """Tell the account."""
        self.looks += 1
        if self.trouble is not None:
            raise self.trouble
        return self.found

    def people(self) -> tuple[RemotePerson, ...]:
        """Tell the users."""
        return self.users

    def parts(self, agents: Mapping[str, str]) -> tuple[Part, ...]:
        """Give the lists."""
        return tuple(self.lists)

    def balance(self, now: Instant) -> Balance | None:
        """Tell what is left."""
        return self.money

    def usage(self, now: Instant) -> MonthUse | None:
        """Tell no counts."""
        return None

    def prices(self, regions: Sequence[str], now: Instant) -> tuple[PriceRow, ...]:
        """Tell no prices."""
        return ()

    @contextmanager
    def opened(self, connection: Connection, key: Key, wait: Wait) -> Iterator[Reader]:
        """Open it, whatever the key."""
        yield self


def hubspot(name: str = "Sales") -> Connection:
    """Make a connection as it is before it is stored."""
    return Connection(0, Provider.HUBSPOT, name, ACCOUNT)
