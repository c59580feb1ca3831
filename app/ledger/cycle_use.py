"""What a cycle's calls went into: second legs, and where billed minutes were called."""

from typing import NamedTuple

from app.domain.crossing import NEVER
from app.domain.event import Method
from app.domain.instant import Instant
from app.domain.meter import Meter
from app.domain.money import Money
from app.domain.plan import MeterKind, Scope
from app.ledger import crossings
from app.ledger.snapshot import Snapshot
from app.ledger.totals import Meterage

_MINUTE_US = 60_000_000


class Destination(NamedTuple):
    """Billed calls of a cycle to one region (ISO-2, "" unknown).

    ``rate`` of a minute is ``None`` where calls differ in it, ``amount`` where any call lacks a
    price.
    """

    region: str
    calls: int
    minutes: int
    rate: Money | None
    amount: Money | None


class CycleUse(NamedTuple):
    """``second_leg``: minutes of the legs to the own phone; ``destinations``: dearest first."""

    second_leg: int
    destinations: tuple[Destination, ...]


def cycle_use(snapshot: Snapshot, meter: Meter, at: Instant) -> CycleUse:
    """Add up second legs and billed destinations of a meter of minutes."""
    people = snapshot.people
    person = people.me
    if meter.scope is Scope.USER and meter.agent not in (None, people.label(people.me)):
        person = people.id_of(meter.agent or "") or people.me
    scope_id = person if meter.scope is Scope.USER else 0
    return CycleUse(
        _second_legs(snapshot, scope_id, meter, at),
        tuple(_destinations(snapshot, scope_id, meter, at)),
    )


def _second_legs(snapshot: Snapshot, scope_id: int, meter: Meter, at: Instant) -> int:
    code = crossings.CODES[MeterKind.MINUTES]
    span = (code, scope_id, meter.cycle.start, min(meter.cycle.end, Instant(at + 1)))
    # Two legs made by the plan's rule last alike, so half of the minutes are the second leg's.
    (by_rule,) = snapshot.connection.exec_driver_sql(
        "SELECT coalesce(sum(c.units), 0) FROM charge c JOIN fact f ON f.id = c.fact_id "
        "JOIN agent a ON a.id = c.person_id "
        "WHERE c.kind=? AND c.scope_id=? AND c.start_us>=? AND c.start_us<? "
        "AND coalesce(nullif(f.method, ''), a.method)=? "
        "AND NOT EXISTS (SELECT 1 FROM leg l WHERE l.fact_id = f.id)",
        (*span, Method.PHONE.value),
    ).one()
    (reported,) = snapshot.connection.exec_driver_sql(
        "SELECT coalesce(sum((l.talk_us + ? - 1) / ?), 0) FROM charge c "
        "JOIN leg l ON l.fact_id = c.fact_id AND l.position > 0 "
        "WHERE c.kind=? AND c.scope_id=? AND c.start_us>=? AND c.start_us<?",
        (_MINUTE_US, _MINUTE_US, *span),
    ).one()
    return int(by_rule) // 2 + int(reported)


def _destinations(
    snapshot: Snapshot, scope_id: int, meter: Meter, at: Instant
) -> list[Destination]:
    if not meter.billed:
        return []
    found: list[Destination] = []
    code = crossings.CODES[MeterKind.MINUTES]
    for stretch in snapshot.rules.lines[meter.line].of_cycle(meter.cycle):
        of = Meterage(code, scope_id, stretch)
        crossing = crossings.load(snapshot.connection, of)
        if crossing.key == NEVER or stretch.start > at:
            continue
        rows = snapshot.connection.exec_driver_sql(
            "SELECT n.region, count(*), sum(c.units), sum(c.amount_nano), max(c.currency), "
            "max(c.unpriced), count(DISTINCT c.currency), min(c.amount_nano / c.units), "
            "max((c.amount_nano + c.units - 1) / c.units) FROM charge c "
            "JOIN fact f ON f.id = c.fact_id JOIN number n ON n.id = f.far_id "
            "WHERE c.kind=? AND c.scope_id=? AND (c.start_us, c.tie, c.fact_id) >= (?, ?, ?) "
            "AND c.start_us<? AND c.draw=0 GROUP BY n.region",
            (code, scope_id, *crossing.key, min(stretch.end, Instant(at + 1))),
        )
        for region, calls, minutes, nano, currency, unpriced, currencies, least, most in rows:
            known = currency and not unpriced and currencies == 1
            amount = Money.from_nano(nano, currency) if known else None
            rate = Money.from_nano(least, currency) if known and least == most else None
            found.append(Destination(region, calls, minutes, rate, amount))
    return sorted(found, key=lambda each: -each.minutes)
