"""The people of the plan page: who sits on which seat and used what of the running cycles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.actions.plan_running import Running
from app.domain.company import Licence
from app.domain.level import level_of
from app.domain.meter import Level, Meter
from app.domain.plan import Line, MeterKind, Scope
from app.domain.plan_page import LicenceLine, PersonRow
from app.ledger.figures import Figures, draws, figures
from app.ledger.lists.belonging import persons
from app.ledger.plan_people import drawn_by_person

_SHOWN = (MeterKind.MINUTES, MeterKind.SMS, MeterKind.MMS)
#: Seats that wait for somebody; an annual seat without its person is paid, not free.
_TO_FILL = (Licence.COMMITTED, Licence.ADDITIONAL)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What people drew in the running cycles, by kind and person.

    ``minutes``: the figures of each person's own minutes, where the plan gives everybody some.
    """

    units: Mapping[MeterKind, Mapping[int, int]]
    minutes: Mapping[int, Figures]

    def of(self, person: int, kind: MeterKind) -> int | None:
        """Return a person's units, 0 where they drew nothing; ``None`` where no plan has any."""
        return self.units[kind].get(person, 0) if kind in self.units else None

    @property
    def persons(self) -> set[int]:
        """Everybody who drew anything."""
        return {person for units in self.units.values() for person in units}


def drawn(plans: Running) -> Drawn:
    """Read what everybody drew."""
    snapshot, now = plans.snapshot, plans.now
    minutes: dict[int, Figures] = {}
    units: dict[MeterKind, Mapping[int, int]] = {}
    for kind in _SHOWN:
        allowance = plans.allowance(kind)
        if allowance is None:
            continue
        if kind is MeterKind.MINUTES and allowance.scope is Scope.USER:
            cycle = plans.cycle(kind)
            minutes = {
                person: figures(snapshot, kind, person, cycle, now)
                for person in persons(snapshot.people)
            }
            used = ((person, sum(found.days.values())) for person, found in minutes.items())
            units[kind] = {person: each for person, each in used if each}
        else:
            units[kind] = drawn_by_person(snapshot, allowance, plans.cycle(kind), now)
    return Drawn(units, minutes)


def local_people(
    plans: Running, meters: Iterable[Meter], licences: Mapping[int, Licence], used: Drawn
) -> tuple[PersonRow, ...]:
    """Return everybody this ledger knows to belong here: me first, then by minutes used.

    That is whoever drew something in the running cycles, sits on a seat or is linked.
    """
    people, rules = plans.snapshot.people, plans.snapshot.rules
    linked = {link.person for link in rules.links if link.start <= plans.now < link.end}
    own = next((meter for meter in meters if meter.kind is MeterKind.MINUTES), None)
    rows = [
        replace(
            _row(plans, person, used),
            licence=licences.get(person, Licence.NONE),
            linked=person in linked,
        )
        for person in {people.me, *used.persons, *licences, *linked}
    ]
    mine = [with_meter(row, own) if row.mine and own else row for row in rows]
    return in_order(mine)


def with_meter(row: PersonRow, meter: Meter) -> PersonRow:
    """Give my row the figures of my own meter of minutes, which knows the forecast as well."""
    if meter.scope is not Scope.USER or meter.level is Level.NO_DATA:
        return row
    return replace(
        row, minutes=meter.used, included=meter.included, billed=meter.billed, over=meter.over,
        level=meter.level,
    )  # fmt: skip


def in_order(rows: Iterable[PersonRow]) -> tuple[PersonRow, ...]:
    """Sort people: me first, then by minutes, then by name."""
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                not row.mine,
                -((row.minutes or 0) + row.billed + row.over),
                row.name.casefold(),
            ),
        )
    )


def unused_rows(lines: Iterable[LicenceLine]) -> tuple[PersonRow, ...]:
    """Return a row without a name for each seat that waits for somebody."""
    return tuple(
        PersonRow("", line.licence)
        for line in lines
        if line.licence in _TO_FILL and line.with_bundle
        for _ in range(line.unused or 0)
    )


def _row(plans: Running, person: int, used: Drawn) -> PersonRow:
    people = plans.snapshot.people
    row = PersonRow(
        people.label(person), Licence.NONE, sms=used.of(person, MeterKind.SMS),
        mms=used.of(person, MeterKind.MMS), mine=person == people.me,
    )  # fmt: skip
    if person not in used.persons and not draws(plans.snapshot, person):
        return replace(row, sms=None, mms=None)
    return _with_minutes(plans, row, person, used)


def _with_minutes(plans: Running, row: PersonRow, person: int, used: Drawn) -> PersonRow:
    allowance, found = plans.allowance(MeterKind.MINUTES), used.minutes.get(person)
    if allowance is None or found is None:
        return replace(row, minutes=used.of(person, MeterKind.MINUTES))
    row = replace(
        row, minutes=found.used, included=allowance.included, billed=found.billed, over=found.over
    )
    linked = plans.snapshot.rules.linked(person, plans.now)
    return replace(row, level=row_level(plans, row, linked=linked))


def row_level(plans: Running, row: PersonRow, *, linked: bool) -> Level:
    """Return how a person's minutes stand, without a forecast."""
    allowance = plans.allowance(MeterKind.MINUTES)
    if allowance is None or row.minutes is None:
        return Level.NO_DATA
    terms = plans.terms[Line.CALLS]
    meter = Meter(
        plan=terms.plan.name, plan_title=terms.plan.title, line=terms.plan.line,
        kind=allowance.kind, scope=allowance.scope, agent=row.name,
        used=row.minutes, included=row.included, billed=row.billed, outside=0, over=row.over,
        at_least=False, past=allowance.past, linked=linked, level=Level.FINE,
        cycle=plans.cycles[terms.plan.line], warn_at_remaining=allowance.warn_at_remaining,
    )  # fmt: skip
    return level_of(meter, near_percent=allowance.near_percent, has_data=True)
