"""The plans that run at an instant, with their cycles, as one reading transaction sees them."""

from dataclasses import dataclass

from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.plan import Allowance, Line, MeterKind
from app.domain.rules import line_of
from app.domain.timeline import Terms
from app.ledger.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Running:
    """``terms`` and ``cycles`` hold the lines of which a plan is in force at ``now``."""

    snapshot: Snapshot
    now: Instant
    terms: dict[Line, Terms]
    cycles: dict[Line, Cycle]

    def allowance(self, kind: MeterKind) -> Allowance | None:
        """Return the allowance in force of a kind, ``None`` where there is none."""
        terms = self.terms.get(line_of(kind))
        return terms.allowance(kind) if terms else None

    def cycle(self, kind: MeterKind) -> Cycle:
        """Return the running cycle of a kind; KeyError where no plan of its line is in force."""
        return self.cycles[line_of(kind)]


def running(snapshot: Snapshot, now: Instant) -> Running:
    """Read what is in force."""
    timelines = {line: snapshot.rules.lines[line].timeline for line in Line}
    found = {line: terms for line in Line if (terms := timelines[line].at(now)) is not None}
    return Running(snapshot, now, found, {line: timelines[line].cycle_at(now) for line in found})
