"""Stretches: the parts of a cycle in which one set of rules holds for everybody.

A cycle is one stretch unless a plan or a Twilio Connect link starts or ends inside it. Outcomes
before such a change stand, so every stretch has its own crossing of the allowance.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.cycle import day_start, local_day
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.timeline import Terms, Timeline


# Compared by identity: Stretches makes each one once, and hashing a whole plan for every fact of an
# import would cost more than rating it.
@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """The half-open part [start, end) of a cycle; ``day_starts`` are its local days' beginnings.

    ``first_day`` is the ordinal (:meth:`datetime.date.toordinal`) of the first of those days.
    """

    cycle: Cycle
    start: Instant
    end: Instant
    terms: Terms
    first_day: int
    day_starts: tuple[Instant, ...]

    def day_of(self, at: Instant) -> int:
        """Return the ordinal of the local day that holds an instant of this stretch."""
        return self.first_day + bisect_right(self.day_starts, at) - 1

    def span_of(self, day: int) -> tuple[Instant, Instant]:
        """Return the half-open part of this stretch that lies on one of its days, an ordinal."""
        place = day - self.first_day
        last = place + 1 == len(self.day_starts)
        return self.day_starts[place], self.end if last else self.day_starts[place + 1]


class Stretches:
    """The stretches of one line, found by instant and kept once found."""

    def __init__(self, timeline: Timeline, link_changes: Iterable[Instant] = ()) -> None:
        self.timeline = timeline
        self._changes = sorted({*link_changes, *(terms.start for terms in timeline.terms)})
        self._starts: list[Instant] = []
        self._found: dict[Instant, Stretch] = {}
        self._last: Stretch | None = None

    def at(self, at: Instant) -> Stretch | None:
        """Return the stretch that holds an instant, ``None`` while no plan was chosen."""
        last = self._last
        if last is not None and last.start <= at < last.end:
            return last
        if not self.timeline.terms:
            return None
        self._last = self._known(at) or self._find(at)
        return self._last

    def of_cycle(self, cycle: Cycle) -> list[Stretch]:
        """Return the stretches that make up a cycle, in order."""
        stretches = []
        at = cycle.start
        while at < cycle.end:
            stretch = self.at(at)
            if stretch is None:
                break
            stretches.append(stretch)
            at = stretch.end
        return stretches

    def _known(self, at: Instant) -> Stretch | None:
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return None
        stretch = self._found[self._starts[index]]
        return stretch if at < stretch.end else None

    def _find(self, at: Instant) -> Stretch:
        cycle = self.timeline.cycle_at(at)
        terms = self.timeline.at(at)
        if terms is None:  # pragma: no cover - at() asked before
            raise LookupError(at)
        position = bisect_right(self._changes, at)
        earlier = self._changes[position - 1] if position else cycle.start
        later = self._changes[position] if position < len(self._changes) else cycle.end
        stretch = _stretch(cycle, max(cycle.start, earlier), min(cycle.end, later), terms)
        insort(self._starts, stretch.start)
        self._found[stretch.start] = stretch
        return stretch


def _stretch(cycle: Cycle, start: Instant, end: Instant, terms: Terms) -> Stretch:
    first = local_day(start, terms.zone)
    starts = [start]
    day = first.toordinal() + 1
    while (begins := day_start(first.fromordinal(day), terms.zone)) < end:
        starts.append(begins)
        day += 1
    return Stretch(cycle, start, end, terms, first.toordinal(), tuple(starts))
