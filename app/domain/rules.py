"""Everything a person or company decided that rating and totals depend on, as one value."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.domain.event import Text
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.plan import Allowance, Line, MeterKind, PastLimit, Scope
from app.domain.pool import (
    AnnualSeats,
    SeatCount,
    SeatStatement,
    allowance_of,
    seats_in_cycle,
)
from app.domain.price import PriceBook
from app.domain.rating import Habits, Rater
from app.domain.receipt import Outcome
from app.domain.stretch import Stretch, Stretches
from app.domain.timeline import PlanEntry, Timeline

_USUAL = Habits()


class Link(NamedTuple):
    """Twilio Connect linked for one person, half-open."""

    person: int
    start: Instant
    end: Instant


class Rules:
    """The plans, seats, links, prices and habits in force; never changed once made.

    A change in the ledger makes a new value (``version`` grows), so that a long import notices.
    """

    def __init__(
        self,
        version: int,
        plans: Mapping[Line, Iterable[PlanEntry]],
        seats: tuple[Iterable[SeatStatement], Iterable[AnnualSeats]] = ((), ()),
        links: Iterable[Link] = (),
        prices: PriceBook | None = None,
        habits: Mapping[int, Habits] | None = None,
    ) -> None:
        self.version = version
        self.links = tuple(links)
        self.prices = prices or PriceBook(())
        self._seats = tuple(seats[0]), tuple(seats[1])
        self._habits = dict(habits or {})
        changes = {at for link in self.links for at in (link.start, link.end)}
        self.lines = {
            line: Stretches(Timeline(plans.get(line, ())), changes if line is Line.CALLS else ())
            for line in Line
        }
        self._raters: dict[Stretch, Rater] = {}

    def rater(self, line: Line, stretch: Stretch) -> Rater:
        """Return the rater of a stretch, kept for the next fact."""
        rater = self._raters.get(stretch)
        if rater is None:
            rater = self._raters[stretch] = Rater(stretch.terms, self.prices)
        return rater

    def habits(self, person: int) -> Habits:
        """Return a person's usual method and own phone."""
        return self._habits.get(person, _USUAL)

    def segments(self, text: Text) -> int:
        """Return the segments a text is billed as; an MMS outside of any plan is one."""
        if not text.media:
            return text.segments
        stretch = self.lines[Line.TEXTS].at(text.start)
        return stretch.terms.version.segments_per_mms if stretch else 1

    def linked(self, person: int, at: Instant) -> bool:
        """Tell whether Twilio Connect is linked for a person at an instant."""
        return any(link.person == person and link.start <= at < link.end for link in self.links)

    def seats(self, cycle: Cycle) -> SeatCount:
        """Count the seats that have a day in a cycle."""
        return seats_in_cycle(cycle, *self._seats)

    def included(self, allowance: Allowance, cycle: Cycle) -> int:
        """Return the units an allowance holds in a cycle."""
        if allowance.scope is Scope.POOL:
            return allowance_of(self.seats(cycle), allowance.included)
        return allowance.included

    def room(self, kind: MeterKind, stretch: Stretch) -> int:
        """Return the units of the allowance in force in a stretch, 0 where the plan has none."""
        allowance = stretch.terms.allowance(kind)
        return self.included(allowance, stretch.cycle) if allowance else 0

    def past(self, allowance: Allowance, person: int, at: Instant) -> Outcome:
        """Tell what becomes of units past an allowance in the stretch that holds an instant."""
        billed = allowance.past is PastLimit.BILLED or (
            allowance.past is PastLimit.TWILIO_CONNECT and self.linked(person, at)
        )
        return Outcome.BILLED if billed else Outcome.OVER


def line_of(kind: MeterKind) -> Line:
    """Return the line whose plan holds allowances of this kind."""
    return Line.CALLS if kind in {MeterKind.MINUTES, MeterKind.CALLS} else Line.TEXTS
