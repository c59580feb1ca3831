"""Counts sent to the plan server, and what all together used of the pools as it knows them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.domain.book import DayCount, PersonUse, PooledUse
from app.domain.instant import Instant, instant
from app.domain.money import Money
from app.remote.plan_server.book_reading import money
from app.remote.plan_server.client import PlanServer
from app.wire import usage
from app.wire.base import Amount

#: As many counts as one upload may hold.
MOST_COUNTS = 400
#: The running cycle, and as many before it as a replay looks at.
_CYCLES = 7


class PooledAnswer(NamedTuple):
    """What the company used, with the server's tag; ``as_of``: its newest upload."""

    tag: str
    as_of: Instant | None
    uses: tuple[PooledUse, ...]


class PeopleAnswer(NamedTuple):
    """What each person used, with the server's tag; for owners."""

    tag: str
    uses: tuple[PersonUse, ...]


def parts(counts: Sequence[DayCount]) -> Iterator[tuple[DayCount, ...]]:
    """Cut counts into as many as one upload may hold."""
    for start in range(0, len(counts), MOST_COUNTS):
        yield tuple(counts[start : start + MOST_COUNTS])


def upload(server: PlanServer, ledger_id: str, sequence: int, counts: Sequence[DayCount]) -> None:
    """Send counts, at most :data:`MOST_COUNTS`; sent again they change nothing."""
    said = usage.UsageUpload(
        ledger=ledger_id, sequence=sequence, counts=[_count(each) for each in counts]
    )
    server.understand(usage.UsageTaken, server.send("PUT", "/usage", said).body)


def read_pooled(server: PlanServer, tag: str = "") -> PooledAnswer | None:
    """Read what all together used in the last cycles; ``None`` if it is as under ``tag``."""
    found = server.read(f"/usage?cycles={_CYCLES}", tag)
    if found is None:
        return None
    said = server.understand(usage.Pooled, found.body)
    as_of = None if said.as_of is None else instant(said.as_of)
    uses = tuple(_pooled(cycle, meter) for cycle in said.cycles for meter in cycle.meters)
    return PooledAnswer(found.tag, as_of, uses)


def read_people(server: PlanServer, tag: str = "") -> PeopleAnswer | None:
    """Read what each person used in the running cycles; ``None`` if it is as under ``tag``."""
    found = server.read("/usage/people", tag)
    if found is None:
        return None
    said = server.understand(usage.PeopleUse, found.body)
    uses = tuple(_person(cycle, person) for cycle in said.cycles for person in cycle.people)
    return PeopleAnswer(found.tag, uses)


def _count(count: DayCount) -> usage.UsageCount:
    return usage.UsageCount(
        kind=count.kind,
        day=count.day,
        counted=count.counted,
        billed=count.billed,
        over=count.over,
        outside=count.outside,
        second_leg=count.second_leg,
        amounts=tuple(map(_amount, count.amounts)),
        unpriced=count.unpriced,
    )


def _amount(amount: Money) -> Amount:
    return Amount(amount=amount.exact(), currency=amount.currency)


def _pooled(cycle: usage.PooledCycle, meter: usage.PooledUse) -> PooledUse:
    return PooledUse(
        line=cycle.line,
        kind=meter.kind,
        first=cycle.first,
        last=cycle.last,
        counted=meter.counted,
        outside=meter.outside,
        mine=meter.mine,
        reporting=meter.reporting,
        members=meter.members,
    )


def _person(cycle: usage.PeopleCycle, person: usage.PersonUse) -> PersonUse:
    return PersonUse(
        member=person.member,
        name=person.name,
        licence=person.licence,
        line=cycle.line,
        first=cycle.first,
        last=cycle.last,
        meters=tuple(_meter(cycle, meter) for meter in person.meters),
        reported=None if person.reported is None else instant(person.reported),
    )


def _meter(cycle: usage.PeopleCycle, meter: usage.PersonMeter) -> DayCount:
    return DayCount(
        kind=meter.kind,
        day=cycle.first,
        counted=meter.counted,
        billed=meter.billed,
        over=meter.over,
        outside=meter.outside,
        second_leg=meter.second_leg,
        amounts=tuple(map(money, meter.amounts)),
        unpriced=meter.unpriced,
    )
