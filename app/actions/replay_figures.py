"""The figures of one cycle as a replay tells them, of all people together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from app.domain.book import PooledUse
from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.plan import Allowance, Line, PastLimit, Scope
from app.domain.priced import sums_of
from app.domain.timeline import Terms
from app.domain.what_if import ReplayedMeter
from app.ledger.belonging import persons
from app.ledger.figures import figures
from app.ledger.plan_people import drawn_by_person
from app.ledger.pooled import pooled_use
from app.ledger.snapshot import Snapshot


def replayed_meters(
    snapshot: Snapshot, line: Line, cycle: Cycle, at: Instant
) -> tuple[ReplayedMeter, ...]:
    """Read the meters of the plan in force at an instant of a cycle, up to that instant.

    Of a shared allowance the company's counts are taken where its server told them.
    """
    terms = snapshot.rules.lines[line].timeline.at(at)
    allowances = terms.version.allowances if terms else ()
    return tuple(_meter(snapshot, allowance, cycle, at) for allowance in allowances)


def knows_all(snapshot: Snapshot, cycle: Cycle, actual: Terms | None, wished: Terms | None) -> bool:
    """Tell whether nobody can have used more of a cycle than is known here.

    Of a shared allowance that takes the counts of everybody, counted by the same rules.
    """
    shared = {a.kind: a for a in _allowances(wished) if a.scope is not Scope.USER}
    before = {a.kind: a for a in _allowances(actual)}
    for kind, allowance in shared.items():
        told = _told(snapshot, allowance, cycle)
        if told is None or told.reporting < told.members or kind not in before:
            return False
        if actual is None or wished is None or before[kind].counted is not allowance.counted:
            return False
        if actual.version.territory != wished.version.territory:
            return False
    return True


def _meter(snapshot: Snapshot, allowance: Allowance, cycle: Cycle, at: Instant) -> ReplayedMeter:
    own = allowance.scope is Scope.USER
    sums, amounts = Counter[str](), Counter[str]()
    for scope_id in persons(snapshot.people) if own else (0,):
        found = figures(snapshot, allowance.kind, scope_id, cycle, at)
        past = found.billed + found.over
        sums.update(
            counted=found.used + past, past=past, billed=found.billed, outside=found.outside,
            unpriced=found.unpriced, people=int(own and past > 0),
        )  # fmt: skip
        amounts.update(found.amounts)
    meter = ReplayedMeter(
        allowance.kind, snapshot.rules.included(allowance, cycle), sums["counted"], sums["past"],
        sums["billed"], sums["outside"], sums_of(sums["billed"], amounts), sums["unpriced"],
        sums["people"],
    )  # fmt: skip
    told = None if own else _told(snapshot, allowance, cycle)
    return meter if told is None else _with_others(snapshot, meter, allowance, (cycle, at), told)


def _with_others(
    snapshot: Snapshot,
    meter: ReplayedMeter,
    allowance: Allowance,
    until: tuple[Cycle, Instant],
    told: PooledUse,
) -> ReplayedMeter:
    """Count what others used of a shared allowance; what theirs cost nobody here knows."""
    mine = drawn_by_person(snapshot, allowance, *until).get(snapshot.people.me, 0)
    drawn = max(meter.counted, mine + told.counted - told.mine)
    if drawn == meter.counted:
        return meter
    past = max(0, drawn - meter.included)
    billed = past if allowance.past is PastLimit.BILLED else 0
    return replace(meter, counted=drawn, past=past, billed=billed, amounts=(), unpriced=billed)


def _told(snapshot: Snapshot, allowance: Allowance, cycle: Cycle) -> PooledUse | None:
    first = local_day(cycle.start, cycle.zone)
    return pooled_use(snapshot.connection, allowance.kind, first)


def _allowances(terms: Terms | None) -> Iterable[Allowance]:
    return terms.version.allowances if terms else ()
