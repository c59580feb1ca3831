"""The pool as a sum: what each kind of seat brings into it in one cycle."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from app.actions.plan_running import Running
from app.domain.company import Licence
from app.domain.meter import Cycle
from app.domain.plan import MeterKind, Scope
from app.domain.plan_page import LicenceLine, PoolSum
from app.domain.pool import AnnualSeats, SeatCount, seats_in_cycle
from app.domain.timeline import Terms
from app.ledger.rulebook import annual_stated

#: Units that one seat brings, by kind.
Shares = tuple[tuple[MeterKind, int], ...]


def pool_sum(plans: Running, licences: Iterable[Licence] | None) -> PoolSum | None:
    """Write the pool of the running cycle as a sum, ``None`` where no plan has one.

    ``licences``: who sits where, one for each person; ``None`` where nobody said.
    """
    pooled = next((each for each in plans.terms.values() if shares_of(each)), None)
    if pooled is None:
        return None
    snapshot, shares = plans.snapshot, shares_of(pooled)
    cycle = plans.cycles[pooled.plan.line]
    count = snapshot.rules.seats(cycle)
    annual = annual_stated(snapshot.connection)
    return PoolSum(
        cycle=cycle,
        lines=tuple(licence_lines(count, annual_terms(cycle, annual), shares, licences)),
        per_seat=shares,
        totals=tuple((kind, count.total * units) for kind, units in shares),
        seats=count,
        assumed=count.assumed,
    )


def shares_of(terms: Terms) -> Shares:
    """Return what one seat brings into the pools of a plan, nothing where it has none."""
    return tuple(
        (each.kind, each.included) for each in terms.version.allowances if each.scope is Scope.POOL
    )


def annual_terms(cycle: Cycle, stated: Iterable[AnnualSeats]) -> list[tuple[date, int]]:
    """Return the annual seats that count in a cycle by the last day of their term, sorted."""
    by_term: dict[date, list[AnnualSeats]] = {}
    for each in stated:
        by_term.setdefault(each.until, []).append(each)
    counted = {
        until: seats_in_cycle(cycle, (), of_term).annual for until, of_term in by_term.items()
    }
    return sorted((until, seats) for until, seats in counted.items() if seats)


def licence_lines(
    count: SeatCount,
    annual: Iterable[tuple[date, int]],
    shares: Shares,
    licences: Iterable[Licence] | None,
) -> Iterator[LicenceLine]:
    """Yield the lines that add up to the pool, seats without the bundle last.

    Nobody says which seats lack the bundle, so the additional ones are taken to come first.
    """
    seated = None if licences is None else Counter(licences)
    bare_additional = min(count.additional, count.without_bundle)
    bare_committed = min(count.committed, count.without_bundle - bare_additional)

    def line(licence: Licence, seats: int, until: date | None = None) -> LicenceLine:
        brings = tuple((kind, seats * units) for kind, units in shares)
        return LicenceLine(licence, seats, brings, _unused(seated, licence, seats), until)

    committed = line(Licence.COMMITTED, count.committed - bare_committed)
    additional = line(Licence.ADDITIONAL, count.additional - bare_additional)
    # Whoever sits on an annual seat is taken to sit on the one that is paid longest.
    later_first = [line(Licence.ANNUAL, seats, end) for end, seats in sorted(annual, reverse=True)]
    bare = (
        replace(line(licence, seats), shares=tuple((kind, 0) for kind, _ in shares),
                with_bundle=False)
        for licence, seats in (
            (Licence.COMMITTED, bare_committed), (Licence.ADDITIONAL, bare_additional)
        )
    )  # fmt: skip
    yield committed
    yield from (each for each in (additional, *reversed(later_first), *bare) if each.seats)


def _unused(seated: Counter[Licence] | None, licence: Licence, seats: int) -> int | None:
    """Take the people off who sit here; whoever is left sits on the next line's seats."""
    if seated is None:
        return None
    taken = min(seats, seated[licence])
    seated[licence] -= taken
    return seats - taken
