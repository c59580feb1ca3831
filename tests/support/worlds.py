"""The three providers alike: served on loopback, with what a ledger that read them should hold."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from app.domain.connection import (
    AccountFound,
    Connection,
    Key,
    NewConnection,
    Provider,
    Waiting,
)
from app.domain.event import Fact, Text
from app.domain.instant import SECOND, Instant
from app.ledger.convert import facts_by_id
from app.ledger.ledger import Ledger, ledger_path
from app.remote.http import Limits, Peer
from app.sync.accounts.opener import Opener, Ticking, opening
from tests.support.connected import Connected, connected
from tests.support.providers import aircall_company, hubspot, twilio_company
from tests.support.providers.aircall import Aircall
from tests.support.providers.place import Place, placed

NOON = twilio_company.NOON
_PATIENT = Limits(connect_seconds=30, read_seconds=30, total_seconds=50)


@dataclass
class Time:
    """The one clock of a test; waiting moves it, and takes no time."""

    now: Instant = NOON
    waits: list[Waiting] = field(default_factory=list)

    def seconds(self) -> float:
        """Return UNIX seconds."""
        return self.now / SECOND

    def instant(self) -> Instant:
        """Return the present instant."""
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Let time pass."""
        self.now = Instant(self.now + round(seconds * SECOND))

    def wait(self, waiting: Waiting) -> None:
        """Let the time of a wait pass."""
        self.waits.append(waiting)
        self.pass_by(waiting.seconds)

    def ticking(self) -> Ticking:
        """Let the pace of a provider go by this clock."""
        return Ticking(self.seconds, self.instant, lambda: 0.0)


@dataclass
class World:
    """A provider with records, its key, and what a ledger that read everything should hold."""

    provider: Any
    kind: Provider
    key: Key
    account: str
    truth: Callable[[], Sequence[Fact]]
    revoke: Callable[[], None]
    #: Changes, adds and deletes so many records each, by chance.
    stir: Callable[[Random, int], None]
    time: Time

    def new(self, address: str) -> NewConnection:
        """Ask for the connection as a person does."""
        return NewConnection(self.kind, self.key, self.kind.value, self.account, address)

    def connection(self, address: str) -> Connection:
        """Make the connection as it is before it is stored."""
        return Connection(0, self.kind, self.kind.value, self.account, address=address)

    @contextmanager
    def desk(
        self, folder: Path, *, limits: Limits = _PATIENT, opener: Opener | None = None
    ) -> Iterator[tuple[Connected, Place]]:
        """Serve it, and open a ledger that it is connected to."""
        found = AccountFound(self.account, self.account)
        with placed(self.provider) as place:
            opener = opener or opening(lambda at: Peer(at, limits=limits), self.time.ticking())
            with connected(folder, self.new(place.address), found, opener) as desk:
                desk.now_of, desk.wait = self.time.instant, self.time.wait
                yield desk, place


def hubspot_world(records: int = 0) -> World:
    """Make HubSpot with so many calls and, for every ten of them, a text."""
    time = Time()
    served = hubspot.hubspot(time.seconds)
    served.book.add(records)
    for _ in range(records // 10):
        served.book.text()

    def stir(chance: Random, count: int) -> None:
        book = served.book
        calls = [each.id for each in book.listed("calls", archived=False)]
        for number in chance.sample(calls, min(count, len(calls))):
            book.edit(number, hs_call_duration=str(chance.randrange(1_000, 900_000)))
        for number in chance.sample(calls, min(count, len(calls))):
            book.archive(number)
        book.add(count, days=1, seed=chance.randrange(10**6))

    def truth() -> list[Fact]:
        """Tell what HubSpot has; its notes of texts count toward no plan."""
        told = served.truth().values()
        return [f._replace(counts_toward="none") if isinstance(f, Text) else f for f in told]

    return World(
        served, Provider.HUBSPOT, Key("", hubspot.KEY), str(served.portal),
        truth, served.revoke, stir, time,
    )  # fmt: skip


def aircall_world(records: int = 0) -> World:
    """Make an Aircall company with so many calls."""
    time = Time()
    book = aircall_company.filled(aircall_company.company(), records)
    served = Aircall(book, time.seconds)
    return World(
        served, Provider.AIRCALL, Key("key-id", "key-token"), book.company,
        lambda: list(served.truth().values()), served.revoke, lambda chance, count: None, time,
    )  # fmt: skip


def twilio_world(records: int = 0, *, page_size: int = 100) -> World:
    """Make Twilio with an account and one below it, the rows half of each."""
    time = Time()
    served = twilio_company.customer(time.instant, below=True)
    served.page_size = page_size
    for account in served.accounts.values():
        twilio_company.fill(account, records // len(served.accounts))
    return World(
        served, Provider.TWILIO, twilio_company.KEY, twilio_company.SID,
        lambda: list(served.truth().values()), lambda: served.revoke(twilio_company.SID),
        lambda chance, count: None, time,
    )  # fmt: skip


def facts_of(ledger: Ledger) -> dict[tuple[str, str, str], Fact]:
    """Return the present facts of a ledger by provider, account and id."""
    with ledger.reading() as snapshot:
        rows = snapshot.connection.exec_driver_sql("SELECT fact_id FROM identity")
        facts = facts_by_id(snapshot.connection, [row[0] for row in rows]).values()
    return {(*fact.source, fact.external_id): _as_the_reader_says(fact) for fact in facts}


def _as_the_reader_says(fact: Fact) -> Fact:
    """Take off what the ledger itself says of a text that HubSpot only logs."""
    logged = isinstance(fact, Text) and fact.source.provider == Provider.HUBSPOT
    return fact._replace(counts_toward="") if logged else fact


def facts_told(facts: Sequence[Fact], folder: Path) -> dict[tuple[str, str, str], Fact]:
    """Return facts as a ledger keeps them, by being kept in one."""
    folder.mkdir(parents=True, exist_ok=True)
    with Ledger(ledger_path(folder)) as ledger:
        with ledger.writing() as writing:
            writing.store(facts)
        return facts_of(ledger)
