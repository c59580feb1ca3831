"""Preview of an edit: who crosses a limit in the cycle in which it starts, before it is saved."""

from collections.abc import Iterable, Iterator

from app.actions.others_use import others_meters, some_are_missing
from app.actions.plan_pool import shares_of
from app.actions.state_edit import changes_plans, changes_seats, state_plans
from app.actions.status import ALL, status_of
from app.domain.cycle import day_start
from app.domain.instant import Instant
from app.domain.meter import Level, Meter
from app.domain.plan import Line
from app.domain.plan_edit import EditedMeter, EditPreview, PlanEdit
from app.domain.rules import Rules
from app.ledger.ledger import Ledger
from app.ledger.rehearsal import DERIVED, facts_between, forget, hide, rate, rehearsing
from app.ledger.rehearsed import stating
from app.ledger.snapshot import Snapshot

_PAST = {Level.BLOCKED, Level.COULD_BE_BILLED, Level.BILLED}


def preview_edit(ledger: Ledger, edit: PlanEdit, now: Instant, machine_zone: str) -> EditPreview:
    """Work out what saving an edit would do; UsageProblem where it could not be saved.

    Told is the state of each meter at ``now``, or where the edit starts later, or at the end of the
    cycle in which it starts where that is over. Nothing is written.
    """
    with rehearsing(ledger) as snapshot:
        with stating(snapshot) as rehearsed:
            state_plans(rehearsed, edit, now=now, machine_zone=machine_zone)
        after = Snapshot(snapshot.connection, snapshot.people, rehearsed.rules)
        asked = [
            (line, _instant(rehearsed.rules, line, edit, now))
            for line in _touched(snapshot.rules, rehearsed.rules, edit)
        ]
        before = {line: _meters(snapshot, line, at) for line, at in asked}
        hide(snapshot.connection, DERIVED)
        found: list[EditedMeter] = []
        at_least = False
        for line, at in asked:
            meters = _rated_again(after, line, at)
            found += edited_meters(before[line], meters)
            unseen = any(meter.at_least for meter in meters) or some_are_missing(after, line, at)
            at_least = at_least or unseen
    return EditPreview(tuple(found), at_least)


def edited_meters(before: Iterable[Meter], after: Iterable[Meter]) -> Iterator[EditedMeter]:
    """Put meters of before and after beside each other, but not of people who used nothing."""
    earlier = {(meter.kind, meter.agent): meter for meter in before}
    for meter in after:
        was = earlier.get((meter.kind, meter.agent))
        used = meter.used + meter.billed + meter.over
        if meter.agent is not None and not used:
            continue
        level_before = _level(was.level) if was else Level.NO_DATA
        level = _level(meter.level)
        yield EditedMeter(
            kind=meter.kind, person=meter.agent or "", used=used,
            included_before=was.included if was else 0, included_after=meter.included,
            level_before=level_before, level_after=level,
            crosses=level in _PAST and level_before not in _PAST,
        )  # fmt: skip


def _touched(before: Rules, after: Rules, edit: PlanEdit) -> list[Line]:
    """Return the lines whose meters an edit can change."""
    terms = {line: (*before.lines[line].timeline.terms, *after.lines[line].timeline.terms)
             for line in Line}  # fmt: skip
    plans = {
        line
        for line in Line
        if changes_plans(edit)
        and before.lines[line].timeline.terms != after.lines[line].timeline.terms
    }
    pooled = {line for line in Line if changes_seats(edit) and any(map(shares_of, terms[line]))}
    # The first plan of a company ends those entered here: such a line has no meters any more.
    there = {line for line in Line if after.lines[line].timeline.terms}
    return [line for line in Line if line in (plans | pooled) & there]


def _instant(rules: Rules, line: Line, edit: PlanEdit, now: Instant) -> Instant:
    """Return when the meters of a line are looked at."""
    timeline = rules.lines[line].timeline
    terms = timeline.at(now)
    if edit.start is None or terms is None:
        return now
    start = day_start(edit.start, edit.zone or terms.zone)
    return max(start, min(now, Instant(timeline.cycle_at(start).end - 1)))


def _meters(snapshot: Snapshot, line: Line, at: Instant) -> tuple[Meter, ...]:
    """Return the meters of a line; of whom the company's server tells, by what it tells."""
    others = tuple(others_meters(snapshot, line, at))
    names = {meter.agent for meter in others}
    here = (meter for meter in status_of(snapshot, at, ALL).meters if meter.line is line)
    return (*(meter for meter in here if meter.agent not in names), *others)


def _rated_again(after: Snapshot, line: Line, at: Instant) -> tuple[Meter, ...]:
    start = after.rules.lines[line].timeline.cycle_at(at).start
    facts = facts_between(after.connection, line, start, Instant(at + 1))
    rate(after, facts, lambda _: False)
    meters = _meters(after, line, at)
    forget(after.connection)
    return meters


def _level(level: Level) -> Level:
    """Return a level without its forecast, which an edit does not make better or worse."""
    return Level.FINE if level is Level.AHEAD else level
