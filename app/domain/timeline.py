"""Which plan is in force when, and the cycles that follow from it.

The plan with the earliest start covers all history before it. A plan that starts inside a running
cycle with the same anchor day begins no new cycle: the cycle starts as the old plan says and ends
as the new one says. With another anchor day the cycle is cut at the change.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.cycle import cycle_at, day_start
from app.domain.instant import BEGINNING, END, Instant
from app.domain.meter import Cycle
from app.domain.plan import Allowance, MeterKind, Plan, PlanVersion


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A plan put in force by a person from ``start`` on."""

    start: Instant
    plan: Plan
    zone: str
    anchor_day: int = 1


@dataclass(frozen=True, slots=True)
class Terms:
    """The rules in force in the half-open stretch [start, end)."""

    start: Instant
    end: Instant
    plan: Plan
    version: PlanVersion
    zone: str
    anchor_day: int

    def allowance(self, kind: MeterKind) -> Allowance | None:
        """Return the plan's allowance of this kind, ``None`` where the plan has none."""
        return next((a for a in self.version.allowances if a.kind is kind), None)


class Timeline:
    """Terms in order of time, without gap or overlap; empty while no plan was chosen."""

    def __init__(self, entries: Iterable[PlanEntry]) -> None:
        self.terms = _terms(entries)
        self._starts = [terms.start for terms in self.terms]

    def at(self, at: Instant) -> Terms | None:
        """Return the terms in force at an instant."""
        return self.terms[self._index(at)] if self.terms else None

    def cycle_at(self, at: Instant) -> Cycle:
        """Return the cycle that holds an instant; IndexError while no plan was chosen."""
        index = self._index(at)
        return Cycle(self._start(index, at), self._end(index, at), self.terms[index].zone)

    def _index(self, at: Instant) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def _own_cycle(self, index: int, at: Instant) -> Cycle:
        terms = self.terms[index]
        return cycle_at(at, zone=terms.zone, anchor_day=terms.anchor_day)

    def _start(self, index: int, at: Instant) -> Instant:
        start, border = self._own_cycle(index, at).start, self.terms[index].start
        if start >= border or index == 0:
            return start
        if not self._runs_through(index):
            return border
        return self._start(index - 1, Instant(border - 1))

    def _end(self, index: int, at: Instant) -> Instant:
        end, border = self._own_cycle(index, at).end, self.terms[index].end
        if end <= border or index == len(self.terms) - 1:
            return end
        if not self._runs_through(index + 1):
            return border
        return self._end(index + 1, border)

    def _runs_through(self, index: int) -> bool:
        """Tell whether a cycle runs through the start of these terms."""
        before, after = self.terms[index - 1], self.terms[index]
        if before.anchor_day != after.anchor_day:
            return False
        border = after.start
        ended = self._own_cycle(index - 1, Instant(border - 1)).end <= border
        begun = self._own_cycle(index, border).start >= border
        return not ended and not begun


def _terms(entries: Iterable[PlanEntry]) -> tuple[Terms, ...]:
    # The sort is stable: of two entries with one start the later recorded one stays.
    ordered = list({e.start: e for e in sorted(entries, key=lambda e: e.start)}.values())
    terms: list[Terms] = []
    for index, entry in enumerate(ordered):
        start = BEGINNING if index == 0 else entry.start
        end = ordered[index + 1].start if index + 1 < len(ordered) else END
        terms.extend(_versions_between(entry, start, end))
    return tuple(terms)


def _versions_between(entry: PlanEntry, start: Instant, end: Instant) -> list[Terms]:
    """Cut one entry where a newer version of its plan takes effect."""
    starts = [start, *(_effective(v.effective_from, entry.zone) for v in entry.plan.versions[1:])]
    found = []
    for index, version in enumerate(entry.plan.versions):
        begins = max(start, starts[index])
        ends = min(end, starts[index + 1] if index + 1 < len(starts) else end)
        if begins < ends:
            found.append(Terms(begins, ends, entry.plan, version, entry.zone, entry.anchor_day))
    return found


def _effective(day: date, zone: str) -> Instant:
    return day_start(day, zone)
