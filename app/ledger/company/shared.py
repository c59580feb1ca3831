"""Figures of an allowance with what other people used of it, as the plan server knows that."""

from collections import Counter
from typing import NamedTuple

from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.plan import Allowance, MeterKind, Scope
from app.domain.rating import Draw
from app.domain.receipt import Outcome
from app.ledger.crossings import CODES
from app.ledger.figures import Figures, figures, scope_id_of
from app.ledger.snapshot import Snapshot


class Stand(NamedTuple):
    """An allowance at an instant: its figures, and the units it includes.

    ``others``: units among the figures that only the server knows. ``at_least``: there may be more
    that nobody told. ``heard``: the server has counts of anybody.
    """

    figures: Figures
    included: int
    others: int = 0
    at_least: bool = False
    heard: bool = False

    @property
    def remaining(self) -> int:
        """Units left, never below zero."""
        return max(0, self.included - self.figures.used)


class _Pooled(NamedTuple):
    """See :class:`app.domain.book.PooledUse`, which would double the imports of a status."""

    counted: int
    outside: int
    mine: int
    reporting: int
    members: int


def stand(
    snapshot: Snapshot, allowance: Allowance, person: int, cycle: Cycle, at: Instant
) -> Stand:
    """Read how an allowance stands, for a person where it is everybody's own."""
    kind, included = allowance.kind, snapshot.rules.included(allowance, cycle)
    found = figures(snapshot, kind, scope_id_of(allowance, person), cycle, at)
    if allowance.scope is Scope.USER:
        return Stand(found, included)
    pooled = _pooled(snapshot, kind, cycle)
    if pooled is None:
        # Alone, one desktop knows only what it saw of an allowance that others share.
        return Stand(found, included, at_least=True)
    others = _unseen(snapshot, kind, cycle, at, pooled)
    if others:
        outcome = snapshot.rules.past(allowance, snapshot.people.me, at)
        found = _with_others(found, others, max(0, included - found.used), outcome)
        found = found._replace(days=_spread(found.days, others, cycle, at))
    found = found._replace(outside=max(found.outside, pooled.outside))
    missing = pooled.reporting < pooled.members
    return Stand(found, included, others, at_least=missing, heard=pooled.reporting > 0)


def _pooled(snapshot: Snapshot, kind: MeterKind, cycle: Cycle) -> _Pooled | None:
    row = snapshot.connection.exec_driver_sql(
        "SELECT counted, outside, mine, reporting, members FROM pooled_use "
        "WHERE kind=? AND first=?",
        (kind.value, local_day(cycle.start, cycle.zone).isoformat()),
    ).first()
    return None if row is None else _Pooled(*row)


def _unseen(snapshot: Snapshot, kind: MeterKind, cycle: Cycle, at: Instant, pooled: _Pooled) -> int:
    """Return the units of others beyond all that this ledger holds itself."""
    everybody, mine = snapshot.connection.exec_driver_sql(
        "SELECT coalesce(sum(units), 0), "
        "  coalesce(sum(CASE WHEN person_id=? THEN units ELSE 0 END), 0) FROM charge "
        "WHERE kind=? AND scope_id=0 AND start_us>=? AND start_us<? AND start_us<=? AND draw=?",
        (snapshot.people.me, CODES[kind], cycle.start, cycle.end, at, int(Draw.DRAWS)),
    ).one()
    of_others = max(0, pooled.counted - pooled.mine)
    return max(0, int(mine) + of_others - int(everybody))


def _with_others(found: Figures, others: int, room: int, outcome: Outcome) -> Figures:
    """Lay the use of others over what is known here: first into the room left, then past it."""
    inside = min(others, room)
    past = others - inside
    if outcome is Outcome.OVER:
        return found._replace(used=found.used + inside, over=found.over + past)
    # What others are billed is not known here, so it has no price.
    return found._replace(
        used=found.used + inside, billed=found.billed + past, unpriced=found.unpriced + past
    )


def _spread(days: dict[int, int], others: int, cycle: Cycle, at: Instant) -> dict[int, int]:
    """Lay the use of others evenly over the days so far: on which day it was nobody tells."""
    first, today = (local_day(each, cycle.zone).toordinal() for each in (cycle.start, at))
    share, rest = divmod(others, max(1, today - first + 1))
    found = Counter(days)
    for place, day in enumerate(range(first, max(first, today) + 1)):
        found[day] += share + (place < rest)
    return dict(+found)
