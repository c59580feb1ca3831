"""Show the plans in force, their history, the seats and who is linked with Twilio Connect."""

from dataclasses import dataclass

from app.domain.instant import END, Instant
from app.domain.meter import Cycle
from app.domain.plan import Line, Scope
from app.domain.pool import AnnualSeats, SeatCount, SeatStatement
from app.domain.timeline import PlanEntry, Terms
from app.ledger.ledger import Ledger
from app.ledger.rulebook import annual_stated, plans_stated, seats_stated
from app.ledger.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class LinkShown:
    """Twilio Connect linked for one person; ``end`` is ``None`` while it goes on."""

    agent: str
    start: Instant
    end: Instant | None


@dataclass(frozen=True, slots=True)
class PlanShown:
    """The plan of a line in force at an instant, its cycle, and every plan chosen for the line.

    ``history`` is in order of starts; its first entry covers everything before it as well.
    """

    terms: Terms
    cycle: Cycle
    history: tuple[PlanEntry, ...]


@dataclass(frozen=True, slots=True)
class SeatsShown:
    """The seats that count in the present cycle, and every statement about them."""

    count: SeatCount
    statements: tuple[SeatStatement, ...]
    annual: tuple[AnnualSeats, ...]


@dataclass(frozen=True, slots=True)
class PlansShown:
    """Everything stated about plans; ``seats`` is ``None`` where no plan has a pool."""

    as_of: Instant
    plans: tuple[PlanShown, ...] = ()
    seats: SeatsShown | None = None
    links: tuple[LinkShown, ...] = ()


def show_plans(ledger: Ledger, now: Instant) -> PlansShown:
    """Read what is in force at an instant."""
    with ledger.reading() as snapshot:
        plans = tuple(shown for line in Line if (shown := _plan(snapshot, line, now)) is not None)
        return PlansShown(now, plans, _seats(snapshot, plans), _links(snapshot))


def _plan(snapshot: Snapshot, line: Line, now: Instant) -> PlanShown | None:
    timeline = snapshot.rules.lines[line].timeline
    terms = timeline.at(now)
    if terms is None:
        return None
    history = sorted(plans_stated(snapshot.connection, line), key=lambda entry: entry.start)
    return PlanShown(terms, timeline.cycle_at(now), tuple(history))


def _seats(snapshot: Snapshot, plans: tuple[PlanShown, ...]) -> SeatsShown | None:
    pooled = [plan for plan in plans if _has_pool(plan.terms)]
    if not pooled:
        return None
    return SeatsShown(
        snapshot.rules.seats(pooled[0].cycle),
        tuple(seats_stated(snapshot.connection)),
        tuple(annual_stated(snapshot.connection)),
    )


def _has_pool(terms: Terms) -> bool:
    return any(allowance.scope is Scope.POOL for allowance in terms.version.allowances)


def _links(snapshot: Snapshot) -> tuple[LinkShown, ...]:
    return tuple(
        LinkShown(
            snapshot.people.label(link.person), link.start, None if link.end >= END else link.end
        )
        for link in dict.fromkeys(snapshot.rules.links)
    )
