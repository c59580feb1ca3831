"""What became of one entry: its charges held against the crossings of their allowances."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from app.domain.call_report import Guess
from app.domain.crossing import Crossing, Key, Side
from app.domain.cycle import local_day
from app.domain.event import Call, Fact, Text
from app.domain.merge import digest_of, tie_of
from app.domain.money import Money
from app.domain.numbers import Number, NumberClass
from app.domain.plan import Line
from app.domain.price import PriceRow
from app.domain.rating import Charge, Draw, Ends, Rated
from app.domain.receipt import Other, Outcome, Reason, Receipt, Rule
from app.domain.stretch import Stretch
from app.ledger import crossings
from app.ledger.charges import Entry, place_of, priced_by, rated, room_of
from app.ledger.live_guesses import all_guesses
from app.ledger.others import Others, others_of
from app.ledger.register import own_ends
from app.ledger.snapshot import Snapshot
from app.ledger.totals import Drawn, Meterage
from app.ledger.twins import pairs_of

#: Of several meters the dearest outcome is told.
DEAREST = (Outcome.BILLED, Outcome.OVER, Outcome.OUTSIDE, Outcome.INCLUDED)
_CHUNK = 900


class _Fate(NamedTuple):
    """What became of one charge: ``past`` units of it are past the allowance."""

    outcome: Outcome
    past: int = 0


class Bench:
    """Makes receipts from one snapshot; keeps the numbers and crossings it has read."""

    def __init__(self, snapshot: Snapshot, facts: Iterable[Fact]) -> None:
        self._snapshot = snapshot
        self._crossings: dict[tuple[int, int, int], tuple[Crossing, Drawn | None]] = {}
        facts = list(facts)
        self._identities = [digest_of(fact) for fact in facts if isinstance(fact, Call)]
        self._others: Others | None = None
        self._guesses: dict[bytes, Guess] | None = None
        self._pairs = pairs_of(snapshot.connection, self._identities)
        lenders = chain.from_iterable(self._pairs.lenders.values())
        ends = {n for fact in (*facts, *lenders) for n in _ends_of(fact)}
        self._numbers = _numbers(snapshot, ends)

    def receipt(self, fact_id: int, fact: Fact, *, with_room: bool) -> Receipt:
        """Explain one entry; ``with_room`` also says what was left around it, and its prices."""
        entry = self.entry(fact_id, fact)
        line = Line.CALLS if isinstance(fact, Call) else Line.TEXTS
        stretch = self._snapshot.rules.lines[line].at(fact.start)
        if stretch is None:
            return self._plain(entry, Rated((), (), Reason.NO_PLAN))
        found = rated(self._snapshot.rules, entry, line, stretch)
        plain = self._plain(entry, found)
        return self._told(plain, entry, stretch, found, with_room=with_room)

    def _told(
        self, plain: Receipt, entry: Entry, stretch: Stretch, found: Rated, *, with_room: bool
    ) -> Receipt:
        fates = [self._fate(entry, stretch, charge) for charge in found.charges]
        main, fate = next(zip(found.charges, fates, strict=True), (None, None))
        outcomes = {each.outcome for each in fates}
        receipt = replace(
            plain,
            outcome=next((o for o in DEAREST if o in outcomes), Outcome.NOT_COUNTED),
            rule=_rule(stretch),
            zone=stretch.cycle.zone,
            cycle_start=local_day(stretch.cycle.start, stretch.cycle.zone),
        )
        if main is None or fate is None:
            return receipt
        receipt = replace(
            receipt,
            kind=main.kind,
            quantity=main.units,
            billed_units=fate.past if fate.outcome is not Outcome.OUTSIDE else 0,
            amount=_amount(main, fate),
        )
        if with_room and main.draw is Draw.DRAWS:
            before, after = self._room(entry, stretch, main, fate)
            receipt = replace(receipt, before=before, after=after)
        if with_room and fate.past:
            receipt = replace(receipt, prices=self._priced_by(entry, stretch))
        return receipt

    def _priced_by(self, entry: Entry, stretch: Stretch) -> tuple[PriceRow, ...]:
        line = Line.CALLS if isinstance(entry.fact, Call) else Line.TEXTS
        return priced_by(self._snapshot.rules, entry, line, stretch)

    def agent(self, fact_id: int, fact: Fact) -> str:
        """Return the name of the person a fact belongs to."""
        return self._snapshot.people.label(self.entry(fact_id, fact).person)

    def entry(self, fact_id: int, fact: Fact) -> Entry:
        """Put beside a fact what rating needs, without writing anything."""
        people, numbers, identity = self._snapshot.people, self._numbers, digest_of(fact)
        ends = Ends(numbers[fact.own][1], numbers[fact.far][1])
        already = fact.source in people.behind_connect
        entry = Entry(fact_id, tie_of(identity), fact, ends, self._whose(fact), already)
        return self._pairs.settled(entry, identity, self._whose, people.me)

    def _whose(self, fact: Fact) -> int:
        people, numbers = self._snapshot.people, self._numbers
        agent = people.id_of(fact.agent) if fact.agent else None
        if agent is None and isinstance(fact, Call) and fact.legs:
            return people.owner(numbers[end][0] for end in own_ends(fact))
        return people.person(agent, numbers[fact.own][0])

    def _plain(self, entry: Entry, found: Rated) -> Receipt:
        fact = entry.fact
        reported = isinstance(fact, Call) and bool(fact.legs)
        region = entry.ends.far.region or (fact.far_region if isinstance(fact, Text) else "")
        people = self._snapshot.people
        return Receipt(
            id=str(entry.fact_id), fact=fact, agent=people.label(entry.person),
            kind=None, quantity=0, legs=found.legs, outcome=Outcome.NOT_COUNTED,
            reason=found.reason, region=region, legs_reported=reported,
            others=self._others_of(entry), mine=people.named_me() and entry.person == people.me,
            behind_connect=fact.source in people.behind_connect, guess=self._guess(fact),
        )  # fmt: skip

    def _guess(self, fact: Fact) -> Guess | None:
        if self._guesses is None:
            self._guesses = all_guesses(self._snapshot.connection)
        return self._guesses.get(digest_of(fact)) if self._guesses else None

    def _others_of(self, entry: Entry) -> tuple[Other, ...]:
        if not isinstance(entry.fact, Call):
            return ()
        if self._others is None:
            self._others = others_of(self._snapshot.connection, self._identities)
        found = self._others.get(digest_of(entry.fact), ()) if self._others else ()
        return tuple(
            replace(
                other,
                minutes=self._minutes(entry, other.call),
                guessed=self._guess(other.call) is not None,
            )
            for other in found
        )

    def _minutes(self, entry: Entry, call: Call) -> int:
        """Rate another record of the call of an entry, as if it were the one that counts."""
        stretch = self._snapshot.rules.lines[Line.CALLS].at(call.start)
        if stretch is None:
            return 0
        alone = entry._replace(fact=call, copy=False)
        return sum(rated(self._snapshot.rules, alone, Line.CALLS, stretch).legs)

    def _fate(self, entry: Entry, stretch: Stretch, charge: Charge) -> _Fate:
        if charge.draw is Draw.OUTSIDE:
            return _Fate(Outcome.OUTSIDE, charge.units)
        if charge.draw is Draw.ALREADY:
            return _Fate(Outcome.BILLED, charge.units)
        crossing, straddler = self._crossing(place_of(charge, entry.person, stretch))
        key = _key(entry)
        allowance = stretch.terms.allowance(charge.kind)
        if allowance is None:  # pragma: no cover - a charge is made from an allowance
            return _Fate(Outcome.INCLUDED)
        past = self._snapshot.rules.past(allowance, entry.person, stretch.start)
        if key >= crossing.key:
            return _Fate(past, charge.units)
        split = straddler is not None and straddler.key == key
        return _Fate(past, crossing.split) if split else _Fate(Outcome.INCLUDED)

    def _room(self, entry: Entry, stretch: Stretch, charge: Charge, fate: _Fate) -> tuple[int, int]:
        of = place_of(charge, entry.person, stretch)
        room = room_of(self._snapshot.connection, self._snapshot.rules, of)
        used = _used_before(self._snapshot, of, _key(entry))
        included = charge.units - fate.past
        return max(0, room - used), max(0, room - used - included)

    def _crossing(self, of: Meterage) -> tuple[Crossing, Drawn | None]:
        key = (of.kind, of.scope_id, of.stretch.start)
        if key not in self._crossings:
            crossing = crossings.load(self._snapshot.connection, of)
            straddler = crossings.straddler(self._snapshot.connection, of, crossing)
            self._crossings[key] = crossing, straddler
        return self._crossings[key]


def _key(entry: Entry) -> Key:
    return Key(entry.fact.start, entry.tie, entry.fact_id)


def _amount(charge: Charge, fate: _Fate) -> Money | None:
    if not fate.past or charge.unpriced or not charge.currency:
        return None
    nano = charge.amount_nano * fate.past // charge.units
    return Money.from_nano(nano, charge.currency)


def _rule(stretch: Stretch) -> Rule:
    plan, version = stretch.terms.plan, stretch.terms.version
    return Rule(
        plan.name, plan.title, version.effective_from, version.published, version.source,
        version.rounding,
    )  # fmt: skip


def _used_before(snapshot: Snapshot, of: Meterage, key: Key) -> int:
    """Units included before a key in its stretch: whole days from totals, the last one by entry."""
    day = of.stretch.day_of(key.start)
    midnight = of.stretch.day_starts[day - of.stretch.first_day]
    crossing = crossings.load(snapshot.connection, of)
    (days,) = snapshot.connection.exec_driver_sql(
        "SELECT coalesce(sum(units), 0) FROM total WHERE kind=? AND scope_id=? AND stretch_us=? "
        "AND day<? AND side=?",
        (of.kind, of.scope_id, of.stretch.start, day, int(Side.INCLUDED)),
    ).one()
    (today,) = snapshot.connection.exec_driver_sql(
        "SELECT coalesce(sum(units), 0) FROM charge WHERE kind=? AND scope_id=? AND start_us>=? "
        "AND (start_us, tie, fact_id) < (?, ?, ?) AND draw=0",
        (of.kind, of.scope_id, midnight, *min(key, crossing.key)),
    ).one()
    return int(days) + int(today)


def _ends_of(fact: Fact) -> list[str]:
    if isinstance(fact, Call) and fact.legs:
        return [fact.own, fact.far, fact.legs[0].origin, fact.legs[0].destination]
    return [fact.own, fact.far]


def _numbers(snapshot: Snapshot, texts: set[str]) -> dict[str, tuple[int, Number]]:
    """Read numbers as the ledger keeps them: parsing them again would load a heavy library."""
    found: dict[str, tuple[int, Number]] = {}
    ordered = sorted(texts)
    for start in range(0, len(ordered), _CHUNK):
        part = tuple(ordered[start : start + _CHUNK])
        marks = ",".join("?" * len(part))
        query = f"SELECT id, text, kind, region FROM number WHERE text IN ({marks})"  # noqa: S608
        for row in snapshot.connection.exec_driver_sql(query, part):
            found[row[1]] = row[0], Number(row[1], NumberClass(row[2]), row[3])
    return found
