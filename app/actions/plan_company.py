"""The people of the plan page as a company's server tells its owner."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.actions.plan_connect import linked_since
from app.actions.plan_people import in_order, row_level
from app.actions.plan_running import Running
from app.domain.book import BookPerson, DayCount, PersonUse
from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.plan import Line, MeterKind
from app.domain.plan_page import PersonConnect, PersonRow


def company_people(
    plans: Running, book: Iterable[BookPerson], uses: Iterable[PersonUse], mine: PersonRow | None
) -> tuple[PersonRow, ...]:
    """Return everybody of the company, me first; my own figures are this ledger's, ``mine``."""
    told = uses_by_member(plans, uses)
    rows = []
    for person in book:
        row = PersonRow(
            person.name, person.licence, person.role, mine=person.mine, member=person.member,
            linked=_linked(plans, person) is not None,
        )  # fmt: skip
        found = told.get(person.member)
        if person.mine and mine is not None:
            rows.append(_as_mine(row, mine))
        elif found is not None and found[0].reported is not None:
            rows.append(_with_counts(plans, row, found))
        else:
            rows.append(row)
    return in_order(rows)


def company_connect(
    plans: Running, book: Iterable[BookPerson], uses: Iterable[PersonUse]
) -> tuple[PersonConnect, ...]:
    """Return what billed calls of everybody but me came to, of whoever is linked or was billed."""
    told = uses_by_member(plans, uses)
    found = []
    for person in book:
        start = _linked(plans, person)
        minutes = _count(told.get(person.member, ()), MeterKind.MINUTES)
        if not person.mine and (start is not None or minutes.billed):
            figures = minutes.billed, minutes.second_leg, minutes.amounts, minutes.unpriced
            found.append(PersonConnect(person.name, start, *figures))
    return tuple(found)


def uses_by_member(plans: Running, uses: Iterable[PersonUse]) -> dict[str, tuple[PersonUse, ...]]:
    """Return what is told of each member for the running cycles."""
    first = {line: _first_day(plans, line) for line in plans.cycles}
    found: dict[str, tuple[PersonUse, ...]] = {}
    for use in uses:
        if first.get(use.line) == use.first:
            found[use.member] = (*found.get(use.member, ()), use)
    return found


def _first_day(plans: Running, line: Line) -> date:
    cycle = plans.cycles[line]
    return local_day(cycle.start, cycle.zone)


def _linked(plans: Running, person: BookPerson) -> Instant | None:
    people = plans.snapshot.people
    known = people.me if person.mine else people.id_of(person.name)
    return None if known is None else linked_since(plans, people.by_id[known].person_id)


def _as_mine(row: PersonRow, mine: PersonRow) -> PersonRow:
    return replace(
        mine, name=row.name, licence=row.licence, role=row.role, member=row.member, mine=True
    )


def _with_counts(plans: Running, row: PersonRow, uses: tuple[PersonUse, ...]) -> PersonRow:
    minutes = _count(uses, MeterKind.MINUTES)
    allowance = plans.allowance(MeterKind.MINUTES)
    row = replace(
        row,
        minutes=minutes.counted - minutes.billed - minutes.over,
        included=allowance.included if allowance else 0,
        billed=minutes.billed,
        over=minutes.over,
        sms=_count(uses, MeterKind.SMS).counted,
        mms=_count(uses, MeterKind.MMS).counted,
        reported=max(use.reported for use in uses if use.reported is not None),
    )
    return replace(row, level=row_level(plans, row, linked=row.linked))


def _count(uses: Iterable[PersonUse], kind: MeterKind) -> DayCount:
    counts = (count for use in uses for count in use.meters)
    nothing = DayCount(kind, date.min)
    return next((count for count in counts if count.kind is kind), nothing)
