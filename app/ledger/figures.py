"""The figures of one allowance at one instant: an indexed read of totals, whatever the size."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.crossing import Crossing, Side
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.plan import Allowance, MeterKind, Scope
from app.domain.receipt import Outcome
from app.domain.rules import line_of
from app.domain.stretch import Stretch
from app.ledger import crossings
from app.ledger.snapshot import Snapshot
from app.ledger.totals import Drawn, Meterage


class Figures(NamedTuple):
    """Units of one allowance in one cycle up to an instant.

    ``amounts``: billed nano-units by currency; ``unpriced``: billed units without a price;
    ``days``: units that drew on the allowance, by ordinal of the local day.
    """

    used: int
    billed: int
    outside: int
    over: int
    amounts: dict[str, int]
    unpriced: int
    days: dict[int, int]


class _Part(NamedTuple):
    stretch: Stretch
    person: int
    side: int
    day: int
    currency: str
    units: int
    amount: int
    unpriced: int


def figures(
    snapshot: Snapshot, kind: MeterKind, scope_id: int, cycle: Cycle, at: Instant
) -> Figures:
    """Add up what was used of an allowance from the start of a cycle to an instant."""
    stretches = [s for s in snapshot.rules.lines[line_of(kind)].of_cycle(cycle) if s.start <= at]
    sums, days, amounts = Counter[str](), Counter[int](), Counter[str]()
    for part in _parts(snapshot, kind, scope_id, stretches, at):
        outcome = outcome_of(snapshot, kind, part.stretch, (part.side, part.person))
        sums[outcome] += part.units
        if part.side != Side.OUTSIDE:
            days[part.day] += part.units
        if outcome == Outcome.BILLED:
            sums["unpriced"] += part.unpriced
            if part.currency:
                amounts[part.currency] += part.amount
    return Figures(
        sums[Outcome.INCLUDED], sums[Outcome.BILLED], sums[Outcome.OUTSIDE], sums[Outcome.OVER],
        dict(amounts), sums["unpriced"], +days,
    )  # fmt: skip


def draws(snapshot: Snapshot, person: int) -> bool:
    """Tell whether anything ever drew on a person's own allowance of minutes."""
    row = snapshot.connection.exec_driver_sql(
        "SELECT 1 FROM charge WHERE kind=? AND scope_id=? LIMIT 1",
        (crossings.CODES[MeterKind.MINUTES], person),
    ).first()
    return row is not None


def units_by_day(
    snapshot: Snapshot, kind: MeterKind, scope_id: int, since: Instant, until: Instant
) -> dict[int, int]:
    """Return the units that drew on an allowance in stretches of [since, until), by local day."""
    rows = snapshot.connection.exec_driver_sql(
        "SELECT day, sum(units) FROM total WHERE kind=? AND scope_id=? AND stretch_us>=? "
        "AND stretch_us<? AND side<>? GROUP BY day",
        (crossings.CODES[kind], scope_id, since, until, int(Side.OUTSIDE)),
    )
    return {row[0]: row[1] for row in rows}


def scope_id_of(allowance: Allowance, person: int) -> int:
    """Return under which number the totals of an allowance are kept for a person."""
    return person if allowance.scope is Scope.USER else 0


def outcome_of(
    snapshot: Snapshot, kind: MeterKind, stretch: Stretch, side_and_person: tuple[int, int]
) -> Outcome:
    """Tell what becomes of units that a person has on a side of an allowance in a stretch."""
    side, person = side_and_person
    if side == Side.INCLUDED:
        return Outcome.INCLUDED
    if side == Side.OUTSIDE:
        return Outcome.OUTSIDE
    allowance = stretch.terms.allowance(kind)
    if side == Side.ALREADY or allowance is None:
        return Outcome.BILLED
    return snapshot.rules.past(allowance, person, stretch.start)


def _parts(
    snapshot: Snapshot, kind: MeterKind, scope_id: int, stretches: list[Stretch], at: Instant
) -> Iterator[_Part]:
    code = crossings.CODES[kind]
    for stretch in stretches:
        rows = snapshot.connection.exec_driver_sql(
            "SELECT person_id, side, day, currency, units, amount_nano, unpriced FROM total "
            "WHERE kind=? AND scope_id=? AND stretch_us=?",
            (code, scope_id, stretch.start),
        ).all()
        for row in rows:
            yield _Part(stretch, *row)
        yield from _not_yet(snapshot, Meterage(code, scope_id, stretch), at)


def _not_yet(snapshot: Snapshot, of: Meterage, at: Instant) -> Iterator[_Part]:
    """Yield, negative, what begins after the instant asked; usually nothing."""
    rows = snapshot.connection.exec_driver_sql(
        "SELECT start_us, tie, fact_id, person_id, units, amount_nano, currency, unpriced, draw "
        "FROM charge WHERE kind=? AND scope_id=? AND start_us>? AND start_us<? "
        "ORDER BY start_us, tie, fact_id",
        (of.kind, of.scope_id, at, of.stretch.end),
    ).all()
    if not rows:
        return
    crossing = crossings.load(snapshot.connection, of)
    last_inside = crossings.straddler(snapshot.connection, of, crossing)
    for *fields, draw in rows:
        drawn = Drawn(*fields)
        for side, part in _sides(drawn, draw, crossing, last_inside):
            day = of.stretch.day_of(drawn.start)
            yield _Part(
                of.stretch, part.person, side, day, part.currency,
                -part.units, -part.amount_nano, -part.unpriced,
            )  # fmt: skip


def _sides(
    drawn: Drawn, draw: int, crossing: Crossing, last_inside: Drawn | None
) -> Iterator[tuple[int, Drawn]]:
    if draw:
        yield draw, drawn
    elif drawn.key >= crossing.key:
        yield Side.PAST, drawn
    elif last_inside is not None and drawn.key == last_inside.key:
        past = drawn.part(crossing.split)
        yield Side.PAST, past
        yield Side.INCLUDED, drawn.rest(past)
    else:
        yield Side.INCLUDED, drawn
