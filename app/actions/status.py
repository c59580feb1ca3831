"""Status: every meter at one instant, a pure function of ledger, plans, settings and instant."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from app.actions.open_now import open_now
from app.domain.banner import banners
from app.domain.beat import Beat
from app.domain.cycle import local_day
from app.domain.forecast import forecast
from app.domain.instant import DAY, Instant
from app.domain.level import level_of
from app.domain.meter import Forecast, Level, Meter, Status, Trust
from app.domain.outlook import Outlook
from app.domain.pace import WorkingDays
from app.domain.plan import Allowance, Line, Scope
from app.domain.priced import sums_of
from app.domain.timeline import Terms
from app.domain.trust import Rounds, as_of, first_reading, worst_trust
from app.ledger.company.rounds import rounds_of
from app.ledger.company.shared import stand
from app.ledger.connections.rounds import rounds_of_connections
from app.ledger.coverage import has_entries
from app.ledger.figures import draws, scope_id_of, units_by_day
from app.ledger.glance import Readable
from app.ledger.snapshot import Snapshot

#: Asks for everybody's meters where an agent is named.
ALL = "all"
_HISTORY = 92 * DAY
_USUAL = Outlook()


def read_status(
    ledger: Readable,
    now: Instant,
    agent: str | None = None,
    outlook: Outlook = _USUAL,
    beat: Beat | None = None,
) -> Status:
    """Read all meters: mine, one agent's, or with :data:`ALL` everybody's.

    ``outlook``: whose warnings replace the plan's in my own meters. ``beat``: all clocks at the
    instant, for how long calls are open; ``None`` for the wall clock alone. UsageProblem for an
    agent the ledger has never heard of.
    """
    with ledger.reading() as snapshot:
        return status_of(snapshot, now, agent, outlook, beat)


def status_of(
    snapshot: Snapshot,
    now: Instant,
    agent: str | None = None,
    outlook: Outlook = _USUAL,
    beat: Beat | None = None,
) -> Status:
    """Read all meters as one reading transaction sees them."""
    persons = snapshot.people.asked_for(agent, everybody=ALL)
    if agent is None and len(persons) > 1:
        # Nobody said who is me: of those who could be, the ones that used anything are shown.
        persons = [person for person in persons if draws(snapshot, person)] or persons[:1]
    meters = tuple(_meters(snapshot, now, persons, outlook))
    opened = open_now(snapshot, beat or Beat(now))
    live = tuple(call for call in opened if call.answered is not None)
    ringing = tuple(call for call in opened if call.answered is None)
    rounds = _rounds(snapshot)
    trust, first = worst_trust(rounds, now), first_reading(rounds, now)
    told = banners(meters, live, trust, first)
    return Status(as_of(rounds, now), trust, meters, told, live, first, ringing=ringing)


def _rounds(snapshot: Snapshot) -> list[Rounds]:
    """Return how the rounds went with everybody that the figures come from."""
    company = rounds_of(snapshot.connection)
    return [*([company] if company else []), *rounds_of_connections(snapshot.connection)]


def without_plan(now: Instant) -> Status:
    """Return the status of a data folder that holds no ledger yet."""
    return Status(now, Trust.LOCAL, (), ())


def _meters(
    snapshot: Snapshot, now: Instant, persons: list[int], outlook: Outlook
) -> Iterator[Meter]:
    mine = snapshot.people.asked_for(None, everybody=ALL)
    for line in Line:
        terms = snapshot.rules.lines[line].timeline.at(now)
        for allowance in terms.version.allowances if terms else ():
            scoped = persons if allowance.scope is Scope.USER else persons[:1]
            for person in scoped:
                if terms:
                    warned = _warned(allowance, outlook, person, mine)
                    yield _meter(snapshot, now, terms, warned, person, outlook.working)


def _warned(
    allowance: Allowance, outlook: Outlook, person: int, mine: Collection[int]
) -> Allowance:
    """Return an allowance with my own warnings, where it is mine or everybody's."""
    others = allowance.scope is Scope.USER and person not in mine
    return allowance if others else outlook.over(allowance)


def _meter(
    snapshot: Snapshot,
    now: Instant,
    terms: Terms,
    allowance: Allowance,
    person: int,
    working: WorkingDays,
) -> Meter:
    cycle = snapshot.rules.lines[terms.plan.line].timeline.cycle_at(now)
    standing = stand(snapshot, allowance, person, cycle, now)
    found = standing.figures
    own, amounts = allowance.scope is Scope.USER, sums_of(found.billed, found.amounts)
    meter = Meter(
        plan=terms.plan.name, plan_title=terms.plan.title, line=terms.plan.line,
        kind=allowance.kind, scope=allowance.scope,
        agent=snapshot.people.label(person) if own else None,
        used=found.used, included=standing.included,
        billed=found.billed, outside=found.outside, over=found.over,
        at_least=standing.at_least,
        past=allowance.past, linked=snapshot.rules.linked(person, now),
        level=Level.FINE, cycle=cycle,
        billed_amount=amounts[0] if len(amounts) == 1 else None, unpriced=found.unpriced,
        billed_amounts=amounts if len(amounts) > 1 else (),
        warn_at_remaining=allowance.warn_at_remaining,
        days=tuple((date.fromordinal(day), n) for day, n in sorted(found.days.items())),
        near_percent=allowance.near_percent,
        own_warning=allowance != terms.allowance(allowance.kind),
    )  # fmt: skip
    has_data = standing.heard or has_entries(snapshot.connection, terms.plan, now)
    if has_data and meter.remaining:
        # What others used in earlier cycles is not known, so with theirs only this one tells.
        since = cycle.start if standing.others else Instant(now - _HISTORY)
        scope_id = scope_id_of(allowance, person)
        history_of = scope_id, since
        meter = replace(meter, forecast=_forecast(snapshot, now, meter, history_of, working))
    level = level_of(meter, near_percent=allowance.near_percent, has_data=has_data)
    return replace(meter, level=level)


def _forecast(
    snapshot: Snapshot,
    now: Instant,
    meter: Meter,
    history_of: tuple[int, Instant],
    working: WorkingDays,
) -> Forecast | None:
    cycle = meter.cycle
    scope_id, since = history_of
    today, last_day = (local_day(at, cycle.zone) for at in (now, Instant(cycle.end - 1)))
    earlier = units_by_day(snapshot, meter.kind, scope_id, since, cycle.start)
    history = {date.fromordinal(day): units for day, units in earlier.items()}
    return forecast(
        today=today,
        cycle_days=(local_day(cycle.start, cycle.zone), last_day),
        used=sum(units for _, units in meter.days),
        remaining=meter.remaining,
        history=history | dict(meter.days),
        working=working,
    )
