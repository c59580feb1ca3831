"""The rules of a replay: the plans in force exchanged for others, with seats more or less."""

from collections.abc import Callable
from dataclasses import replace

from typing_extensions import override

from app.domain.event import Fact
from app.domain.instant import BEGINNING, END, Instant
from app.domain.meter import Cycle
from app.domain.plan import Line, Plan, Scope
from app.domain.pool import SeatCount
from app.domain.rules import Link, Rules
from app.domain.statements import Statements
from app.domain.timeline import PlanEntry
from app.domain.what_if import WhatIf
from app.ledger.lists.belonging import persons
from app.ledger.rulebook import statements
from app.ledger.snapshot import Snapshot


class RulesOfWish(Rules):
    """Rules with so many seats ``more`` in every cycle than were stated."""

    more = 0

    @override
    def seats(self, cycle: Cycle) -> SeatCount:
        return with_more(super().seats(cycle), self.more)


def with_more(count: SeatCount, more: int) -> SeatCount:
    """Add seats to a count, or take (negative) away: committed ones first, never below none."""
    left = count.committed + more
    additional = count.additional + min(0, left)
    annual = count.annual + min(0, additional)
    return replace(
        count, committed=max(0, left), additional=max(0, additional), annual=max(0, annual)
    )


def wished_rules(snapshot: Snapshot, wish: WhatIf, now: Instant) -> Rules:
    """Exchange plans over all history: each keeps the days, zone and anchor of the one it replaces.

    A line no plan was ever chosen for is in the zone of the other line's plan, or in UTC.
    """
    stated, rules = statements(snapshot.connection), snapshot.rules
    zones = [terms.zone for line in Line if (terms := rules.lines[line].timeline.at(now))]
    zone = next(iter(zones), "UTC")
    found = RulesOfWish(
        rules.version,
        {line: _plans(stated, wished_plan(wish, line), line, zone) for line in Line},
        (stated.seats, stated.annual),
        _links(snapshot, wish),
        rules.prices,
        snapshot.people.habits(),
    )
    found.more = wish.seats
    return found


def wished_plan(wish: WhatIf, line: Line) -> Plan | None:
    """Return the plan wished for a line, ``None`` where it stays."""
    return wish.calls if line is Line.CALLS else wish.texts


def asked_lines(snapshot: Snapshot, wish: WhatIf) -> tuple[Line, ...]:
    """Return the lines a wish touches, both where it asks for nothing."""
    asked = {line for line in Line if wished_plan(wish, line) is not None}
    if wish.linked is not None:
        asked.add(Line.CALLS)
    if wish.seats:
        asked.update(line for line in Line if _has_pool(snapshot, wish, line))
    return tuple(line for line in Line if line in asked) or tuple(Line)


def taken_as(snapshot: Snapshot, wish: WhatIf) -> Callable[[Fact], Fact]:
    """Return how a fact is taken that a person said counts toward the plan then in force.

    It counted there, so it counts toward the plan that takes its place.
    """
    lines = snapshot.rules.lines

    def taken(fact: Fact) -> Fact:
        if not fact.counts_toward:
            return fact
        for line, plan in ((Line.CALLS, wish.calls), (Line.TEXTS, wish.texts)):
            terms = lines[line].timeline.at(fact.start)
            if plan is not None and terms is not None and fact.counts_toward == terms.plan.name:
                return fact._replace(counts_toward=plan.name)
        return fact

    return taken


def _plans(stated: Statements, plan: Plan | None, line: Line, zone: str) -> tuple[PlanEntry, ...]:
    entries = stated.plans.get(line, ())
    if plan is None:
        return entries
    if not entries:
        return (PlanEntry(BEGINNING, plan, zone),)
    return tuple(replace(each, plan=plan) for each in entries)


def _links(snapshot: Snapshot, wish: WhatIf) -> tuple[Link, ...]:
    if wish.linked is None:
        return snapshot.rules.links
    everybody = persons(snapshot.people) if wish.linked else ()
    return tuple(Link(person, BEGINNING, END) for person in everybody)


def _has_pool(snapshot: Snapshot, wish: WhatIf, line: Line) -> bool:
    plans = [wished_plan(wish, line)]
    plans += [terms.plan for terms in snapshot.rules.lines[line].timeline.terms]
    return any(
        allowance.scope is Scope.POOL
        for plan in plans
        if plan is not None
        for version in plan.versions
        for allowance in version.allowances
    )
