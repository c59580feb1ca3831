"""Everything stated about plans, as one value, and from when on two of them say something else."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.domain.instant import BEGINNING, Instant
from app.domain.plan import Line, Scope
from app.domain.pool import AnnualSeats, SeatStatement
from app.domain.rules import Link
from app.domain.timeline import PlanEntry, Terms, Timeline


class Statements(NamedTuple):
    """The plans by line in the order in which they were chosen, seats, annual seats and links."""

    plans: Mapping[Line, tuple[PlanEntry, ...]]
    seats: tuple[SeatStatement, ...] = ()
    annual: tuple[AnnualSeats, ...] = ()
    links: tuple[Link, ...] = ()


def differing_since(before: Statements, after: Statements) -> dict[Line, Instant]:
    """Return for each line from when on entries must be rated again, if they must."""
    found: dict[Line, Instant] = {}
    for line in Line:
        plans = before.plans.get(line, ()), after.plans.get(line, ())
        starts = list(_differing_terms(Timeline(plans[0]), Timeline(plans[1])))
        if any(_has_pool(entry) for entries in plans for entry in entries):
            starts += _differing_seats(before, after)
        if line is Line.CALLS:
            starts += _differing_links(before.links, after.links)
        if starts:
            found[line] = min(starts)
    return found


def same_terms(one: Terms | None, other: Terms | None) -> bool:
    """Tell whether two terms say the same, whenever they begin and end."""
    if one is None or other is None:
        return one is other
    return (one.plan, one.version, one.zone, one.anchor_day) == (
        other.plan, other.version, other.zone, other.anchor_day,
    )  # fmt: skip


def _differing_terms(before: Timeline, after: Timeline) -> Iterable[Instant]:
    starts = {terms.start for timeline in (before, after) for terms in timeline.terms}
    return (at for at in starts if not same_terms(before.at(at), after.at(at)))


def _has_pool(entry: PlanEntry) -> bool:
    return any(a.scope is Scope.POOL for v in entry.plan.versions for a in v.allowances)


def _differing_seats(before: Statements, after: Statements) -> list[Instant]:
    return [
        *(each.start for each in {*before.seats} ^ {*after.seats}),
        *(each.start for each in {*before.annual} ^ {*after.annual}),
    ]


def _differing_links(before: Iterable[Link], after: Iterable[Link]) -> list[Instant]:
    differing = {*before} ^ {*after}
    found: dict[tuple[int, Instant], list[Link]] = {}
    for link in differing:
        found.setdefault((link.person, link.start), []).append(link)
    # A link that only ends at another time was the same until the earlier end.
    return [
        max(BEGINNING, min(link.end for link in links) if len(links) > 1 else start)
        for (_, start), links in found.items()
    ]
