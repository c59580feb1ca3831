"""The Twilio Connect section of the plan page: who is linked, and what billed minutes come to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from app.actions.plan_running import Running
from app.actions.put_in_force import offers_connect
from app.domain.instant import Instant
from app.domain.plan import Line, MeterKind, Scope
from app.domain.plan_page import ConnectSum, PersonConnect
from app.domain.priced import sums_of
from app.ledger.figures import figures, scope_id_of
from app.ledger.plan_people import billed_second_legs


def connect_sum(plans: Running, persons: Iterable[int], people: int) -> ConnectSum | None:
    """Add up the running cycle of these persons; ``people``: how many there are altogether.

    Told are those who are linked or were billed, and me. ``None`` where the calling plan does not
    offer Twilio Connect and nothing was billed through it.
    """
    terms = plans.terms.get(Line.CALLS)
    told = [_person(plans, person) for person in persons] if terms else []
    concerned = [each for each in told if each.minutes or each.start is not None]
    if terms is None or not (concerned or offers_connect(terms.plan)):
        return None
    mine = [each for each in told if each.mine and each not in concerned]
    return added_up([*mine, *concerned], people)


def added_up(told: Iterable[PersonConnect], people: int) -> ConnectSum:
    """Add up what is told of persons, whoever was billed most first."""
    persons = tuple(
        sorted(told, key=lambda each: (not each.mine, -each.minutes, each.name.casefold()))
    )
    sums = Counter[str]()
    for each in persons:
        sums.update({amount.currency: amount.nano for amount in each.amounts})
    minutes = sum(each.minutes for each in persons)
    return ConnectSum(
        linked=sum(each.start is not None for each in persons),
        people=people,
        minutes=minutes,
        second_leg=sum(each.second_leg for each in persons),
        amounts=sums_of(minutes, sums),
        unpriced=sum(each.unpriced for each in persons),
        persons=persons,
    )


def linked_since(plans: Running, person: int) -> Instant | None:
    """Return since when a person is linked, ``None`` for somebody who is not."""
    starts = [
        link.start
        for link in plans.snapshot.rules.links
        if link.person == person and link.start <= plans.now < link.end
    ]
    return max(starts, default=None)


def _person(plans: Running, person: int) -> PersonConnect:
    snapshot, now = plans.snapshot, plans.now
    start = linked_since(plans, person)
    plain = PersonConnect(
        snapshot.people.label(person), start, 0, 0, mine=person == snapshot.people.me
    )
    allowance = plans.allowance(MeterKind.MINUTES)
    # Of an allowance that all share nobody knows whose minutes are past it: they stand beside me.
    if allowance is None or not (allowance.scope is Scope.USER or plain.mine):
        return plain
    scope_id, cycle = scope_id_of(allowance, person), plans.cycle(MeterKind.MINUTES)
    found = figures(snapshot, MeterKind.MINUTES, scope_id, cycle, now)
    if not found.billed:
        return plain
    return replace(
        plain,
        minutes=found.billed,
        second_leg=billed_second_legs(snapshot, scope_id, person, cycle, now),
        amounts=sums_of(found.billed, found.amounts),
        unpriced=found.unpriced,
    )
