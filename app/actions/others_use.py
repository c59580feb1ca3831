"""What the other people of a company used of their own allowances, as its server tells owners."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.domain.book import DayCount
from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.level import level_of
from app.domain.meter import Cycle, Level, Meter
from app.domain.plan import Allowance, Line, MeterKind, Scope
from app.domain.receipt import Outcome
from app.domain.rules import line_of
from app.ledger.company.book import book_people
from app.ledger.company.pooled import people_use
from app.ledger.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class OtherUse:
    """One other person's count of a kind over a cycle; ``person``: their row in this ledger."""

    name: str
    person: int | None
    count: DayCount


class Others(NamedTuple):
    """``uses``: of those who reported. ``missing``: somebody else did not."""

    uses: tuple[OtherUse, ...] = ()
    missing: bool = False


def others_use(snapshot: Snapshot, kind: MeterKind, cycle: Cycle) -> Others:
    """Return what the others used in a cycle; nobody where no server tells."""
    members = {each.member: each for each in book_people(snapshot.connection) if not each.mine}
    if not members:
        return Others()
    first, line = local_day(cycle.start, cycle.zone), line_of(kind)
    people, uses = snapshot.people, []
    for use in people_use(snapshot.connection):
        told = use.line is line and use.first == first and use.reported is not None
        if told and use.member in members:
            name = members[use.member].name
            known = people.id_of(name)
            person = None if known is None else people.by_id[known].person_id
            counts = {count.kind: count for count in use.meters}
            uses.append(OtherUse(name, person, counts.get(kind, DayCount(kind, first))))
    return Others(tuple(uses), len(uses) < len(members))


def some_are_missing(snapshot: Snapshot, line: Line, at: Instant) -> bool:
    """Tell whether somebody's own allowances of a line were used in a way nobody told."""
    timeline = snapshot.rules.lines[line].timeline
    terms = timeline.at(at)
    return any(
        allowance.scope is Scope.USER
        and others_use(snapshot, allowance.kind, timeline.cycle_at(at)).missing
        for allowance in (terms.version.allowances if terms else ())
    )


def past_of(
    snapshot: Snapshot, allowance: Allowance, use: OtherUse, at: Instant
) -> tuple[int, Outcome]:
    """Return how many units are past an allowance, and what becomes of them.

    Single calls of others are not known here, so the one that began inside it is divided as well.
    """
    past = max(0, use.count.counted - allowance.included)
    return past, snapshot.rules.past(allowance, use.person or 0, at)


def others_meters(snapshot: Snapshot, line: Line, at: Instant) -> Iterator[Meter]:
    """Yield the meters of the others at an instant, of their own allowances."""
    timeline = snapshot.rules.lines[line].timeline
    terms = timeline.at(at)
    for allowance in terms.version.allowances if terms else ():
        if terms is None or allowance.scope is not Scope.USER:
            continue
        cycle = timeline.cycle_at(at)
        for use in others_use(snapshot, allowance.kind, cycle).uses:
            past, outcome = past_of(snapshot, allowance, use, at)
            billed = past if outcome is Outcome.BILLED else 0
            meter = Meter(
                plan=terms.plan.name, plan_title=terms.plan.title, line=line, kind=allowance.kind,
                scope=allowance.scope, agent=use.name, used=use.count.counted - past,
                included=allowance.included, billed=billed, outside=use.count.outside,
                over=past - billed, at_least=False, past=allowance.past,
                linked=snapshot.rules.linked(use.person or 0, at), level=Level.FINE, cycle=cycle,
                warn_at_remaining=allowance.warn_at_remaining,
            )  # fmt: skip
            level = level_of(meter, near_percent=allowance.near_percent, has_data=True)
            yield replace(meter, level=level)
