"""Which plan is in force when, and the cycles that follow from it.

The plan with the earliest start covers all history before it. A plan that starts inside a running
cycle with the same anchor day begins no new cycle: the cycle starts as the old plan says and ends
as the new one says, also where the new one counts in another zone. With another anchor day the
cycle is cut at the change.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.cycle import cycle_at, day_start, local_day
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
    """Terms in order of time, without gap or overlap; empty while no plan was chosen.

    A cycle is told by its label, the local date it starts on. As long as the anchor day stays, a
    label never goes back: where a new zone would return to yesterday's cycle for some hours, those
    hours belong to the running one.
    """

    def __init__(self, entries: Iterable[PlanEntry]) -> None:
        self.terms = _terms(entries)
        self._starts = [terms.start for terms in self.terms]
        # The label of the cycle that runs into each terms, None where the cycle is cut.
        self._carried: list[date | None] = []
        for index in range(len(self.terms)):
            self._carried.append(self._label_before(index))

    def at(self, at: Instant) -> Terms | None:
        """Return the terms in force at an instant."""
        return self.terms[self._index(at)] if self.terms else None

    def cycle_at(self, at: Instant) -> Cycle:
        """Return the cycle that holds an instant; IndexError while no plan was chosen."""
        index = self._index(at)
        label = self._label(index, at)
        return Cycle(self._start(index, label), self._end(index, label), self.terms[index].zone)

    def _index(self, at: Instant) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def _label_before(self, index: int) -> date | None:
        if index == 0 or self.terms[index - 1].anchor_day != self.terms[index].anchor_day:
            return None
        return self._label(index - 1, Instant(self.terms[index].start - 1))

    def _label(self, index: int, at: Instant) -> date:
        terms, carried = self.terms[index], self._carried[index]
        own = local_day(self._own_cycle(index, at).start, terms.zone)
        return own if carried is None else max(own, carried)

    def _own_cycle(self, index: int, at: Instant) -> Cycle:
        terms = self.terms[index]
        return cycle_at(at, zone=terms.zone, anchor_day=terms.anchor_day)

    def _start(self, index: int, label: date) -> Instant:
        if self._carried[index] == label:
            return self._start(index - 1, label)
        start = day_start(label, self.terms[index].zone)
        return start if index == 0 else max(start, self.terms[index].start)

    def _end(self, index: int, label: date) -> Instant:
        terms = self.terms[index]
        end = self._own_cycle(index, day_start(label, terms.zone)).end
        if end < terms.end or index == len(self.terms) - 1:
            return end
        runs_on = self._carried[index + 1] == label and self._label(index + 1, terms.end) == label
        return self._end(index + 1, label) if runs_on else terms.end


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
