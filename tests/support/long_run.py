"""Months of a provider's life in a few seconds: what happens there, and what happens here."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from app.domain.connection import AccountFound, Options
from app.domain.event import Call, Fact
from app.domain.instant import DAY, MINUTE, SECOND, Instant
from app.domain.merge import identity_of
from app.ledger.connections.accounts import remove_connection, set_options
from tests.support.connected import Connected, connect
from tests.support.providers import aircall_company, twilio_company
from tests.support.providers.aircall import Aircall
from tests.support.providers.hubspot import HubSpot
from tests.support.providers.hubspot_book import iso
from tests.support.providers.twilio import Twilio
from tests.support.providers.twilio_book import Account, Made
from tests.support.worlds import World, facts_of

_HOUR = 3_600
_PAUSES = (300, 300, 1_800, _HOUR, 5 * _HOUR, 30 * _HOUR)
_WRONG_HOURS = (0, 0, 2, -2, -20, 80, 9_000)
_LATE_DAYS = (0, 1, 9)


@dataclass
class LongRun:
    """A provider, a desk that reads it, and chance; ``hours``: how wrong the desk's clock is."""

    world: World
    desk: Connected
    address: str
    chance: Random
    hours: int = 0
    made: int = 0

    def go(self, rounds: int) -> None:
        """Let rounds, life and whims take turns."""
        self.desk.now_of = lambda: Instant(self.world.time.now + self.hours * _HOUR * SECOND)
        for _ in range(rounds):
            self.desk.round(cancelled=self._cancelled())
            _LIVES[self.world.kind.value](self)
            self._whim()
            self.world.time.pass_by(self.chance.choice(_PAUSES))

    def settle(self, days: int = 16) -> None:
        """Let the clock be right again, and two weeks go by in which nothing happens."""
        self.hours = 0
        self._count_toward("")
        for _ in range(days):
            self.desk.good_round()
            self.world.time.pass_by(DAY // SECOND)

    def next(self) -> int:
        """Return a number nobody has."""
        self.made += 10
        return self.made

    def _cancelled(self) -> Callable[[], bool]:
        often = self.chance.choice((0.0, 0.0, 0.1))
        return lambda: self.chance.random() < often

    def _whim(self) -> None:
        whims = (self._wrong_clock, self._add_again, self._say_otherwise)
        if self.chance.random() < 0.3:
            self.chance.choice(whims)()

    def _wrong_clock(self) -> None:
        self.hours = self.chance.choice(_WRONG_HOURS)

    def _add_again(self) -> None:
        # What was said of a connection stays said of its records when it goes.
        self._count_toward("")
        with self.desk.ledger.writing() as writing:
            remove_connection(writing, self.desk.connection.id)
        found = AccountFound(self.world.account, self.world.account)
        new = self.world.new(self.address)
        self.desk.connection = connect(self.desk.ledger, self.desk.secrets, new, found)

    def _say_otherwise(self) -> None:
        self._count_toward(self.chance.choice(("", "none")))

    def _count_toward(self, name: str) -> None:
        with self.desk.ledger.writing() as writing:
            options = Options(counts_toward=name)
            set_options(writing, self.desk.connection.id, options, self.world.time.now)


def _live_hubspot(run: LongRun) -> None:
    provider, chance = run.world.provider, run.chance
    assert isinstance(provider, HubSpot)
    book, now = provider.book, provider.book.now()
    for _ in range(chance.randrange(4)):
        status = chance.choice(("COMPLETED", "COMPLETED", "IN_PROGRESS", "NO_ANSWER"))
        began = now - chance.choice((0, 1_000, 10**6, 10**10))
        book.call(hs_timestamp=iso(began), hs_call_status=status)
    here = [each.id for each in book.listed("calls", archived=False)]
    gone = [each.id for each in book.listed("calls", archived=True)]
    for number in chance.sample(here, min(len(here), chance.randrange(3))):
        book.edit(number, hs_call_status="COMPLETED", hs_call_duration=str(chance.randrange(10**6)))
    for number in chance.sample(here, min(len(here), chance.randrange(2))):
        chance.choice((book.archive, _moved(run)))(number)
    for number in chance.sample(gone, min(len(gone), chance.randrange(2))):
        book.restore(number)


def _moved(run: LongRun) -> Callable[[int], None]:
    book = run.world.provider.book
    began = iso(book.now() - run.chance.randrange(10**10))
    return lambda number: book.edit(number, hs_timestamp=began)


def _live_aircall(run: LongRun) -> None:
    provider, chance = run.world.provider, run.chance
    assert isinstance(provider, Aircall)
    book, now = provider.book, int(provider.clock())
    for _ in range(chance.randrange(4)):
        began = now - chance.randrange(600)
        # The last one stays inside the company.
        ways = ((1, "anonymous"), (1, "+1 415-555-0123"), (2, "+1 212-555-0100"))
        line, far = chance.choice(ways)
        ended = began + chance.randrange(20, 4_000)
        book.add(aircall_company.call(run.next(), began, ended=ended, line=line, far=far))
    young = [each for each in book.calls.values() if now - 2 * DAY // SECOND < each.ended < now]
    for each in chance.sample(young, min(len(young), chance.randrange(2))):
        book.edit(each.id, ended=(each.answered or 0) + chance.randrange(1, 4_000))
    for each in chance.sample(young, min(len(young), int(chance.random() < 0.1))):
        book.remove(each.id)


def _live_twilio(run: LongRun) -> None:
    provider, chance = run.world.provider, run.chance
    assert isinstance(provider, Twilio)
    account = chance.choice(list(provider.accounts.values()))
    for _ in range(chance.randrange(4)):
        chance.choice((_put_call, _put_text))(run, account)
    for sid, sent in list(account.texts.by_sid.items()):
        if sent.status == "queued" and chance.random() < 0.3:
            account.texts.edit(sid, status=chance.choice(("failed", "delivered")))
    if chance.random() < 0.1:
        provider.forget_pages()


def _put_call(run: LongRun, account: Account) -> None:
    """Place a call, perhaps in two legs, each priced when its time comes."""
    number, start, late = _number(run, account), _start(run), _late(run)
    account.calls.add(twilio_company.leg(number, start, priced=late))
    if run.chance.random() < 0.5:
        sid, parent = f"CA{number + 1:032x}", f"CA{number:032x}"
        ends, began = ("+14155550100", "+14155550177"), Instant(start + run.chance.choice((0, DAY)))
        leg = Made(sid, *ends, began, 60, "outbound-dial", parent=parent, priced=_late(run))
        account.calls.add(leg)


def _put_text(run: LongRun, account: Account) -> None:
    status = run.chance.choice(("delivered", "delivered", "queued"))
    number, late = _number(run, account), _late(run)
    sent = twilio_company.text(number, _start(run), status=status, counted=late, priced=_late(run))
    account.texts.add(sent)


def _number(run: LongRun, account: Account) -> int:
    return (int(account.sid[-4:], 16) << 40) + run.next()


def _start(run: LongRun) -> Instant:
    began = run.world.time.now - run.chance.randrange(60) * MINUTE
    return Instant(began // SECOND * SECOND)


def _late(run: LongRun) -> Instant:
    return Instant(run.world.time.now + run.chance.choice(_LATE_DAYS) * DAY)


_LIVES: dict[str, Callable[[LongRun], None]] = {
    "hubspot": _live_hubspot,
    "aircall": _live_aircall,
    "twilio": _live_twilio,
}


def counting(desk: Connected) -> dict[tuple[str, str, str], Fact]:
    """Return the entries that their provider did not delete; those deleted count nowhere."""
    facts = facts_of(desk.ledger)
    with desk.ledger.reading() as snapshot:
        rows = snapshot.connection.exec_driver_sql("SELECT digest FROM withdrawn").all()
    gone = {bytes(row[0]) for row in rows}
    found = {}
    for key, fact in facts.items():
        if identity_of(fact.source, fact.external_id) not in gone:
            found[key] = fact
        else:
            assert not isinstance(fact, Call) or fact.counts_toward == "none"
    return found
