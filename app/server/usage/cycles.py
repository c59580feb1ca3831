"""The cycles that usage is asked for, by their local days, as a company's plans have them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, bindparam, select

from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.plan import Line, MeterKind
from app.domain.timeline import PlanEntry, Timeline
from app.server.book.convert import plan_of_text
from app.server.book.tables import plan_statement

_p = plan_statement.c
_stated = (
    select(_p.line, _p.start_us, _p.document, _p.zone, _p.anchor_day)
    .where(_p.company_id == bindparam("company"))
    .order_by(_p.number)
)


@dataclass(frozen=True, slots=True)
class LineCycle:
    """A cycle of a line by its local days, the last one included, and the meters it has.

    A cycle that is cut inside a day leaves that day to the next one.
    """

    line: Line
    zone: str
    first: date
    last: date
    start: Instant
    end: Instant
    kinds: tuple[MeterKind, ...]

    @property
    def days(self) -> tuple[int, int]:
        """First and last day, as the tables count days."""
        return self.first.toordinal(), self.last.toordinal()


def cycles_of(connection: Connection, company_id: str, now: Instant, count: int) -> list[LineCycle]:
    """Return the running cycle of each line that has a plan, and those before it, newest first."""
    entries: dict[Line, list[PlanEntry]] = {line: [] for line in Line}
    for line, start, text, zone, anchor_day in connection.execute(_stated, {"company": company_id}):
        entry = PlanEntry(Instant(start), plan_of_text(text), zone, anchor_day)
        entries[Line(line)].append(entry)
    return [
        cycle
        for line, stated in entries.items()
        for cycle in cycles_of_line(line, stated, now, count)
    ]


def cycles_of_line(
    line: Line, stated: Sequence[PlanEntry], now: Instant, count: int
) -> list[LineCycle]:
    """Return the running cycle and those before it, newest first; none where no plan is stated.

    The local days are shared out: each belongs to the last cycle that begins on it or before.
    """
    if not stated:
        return []
    timeline = Timeline(stated)
    cycle, next_first = _newest(timeline, now)
    found: list[LineCycle] = []
    while len(found) < count:
        first = _first_day(cycle)
        if first < next_first:
            last = next_first - timedelta(days=1)
            found.append(_line_cycle(line, timeline, cycle, last=last, now=now))
            next_first = first
        cycle = timeline.cycle_at(Instant(cycle.start - 1))
    return found


def _newest(timeline: Timeline, now: Instant) -> tuple[Cycle, date]:
    """Return the running cycle, or the next one that has a day, and where the one after begins."""
    cycle = timeline.cycle_at(now)
    after = timeline.cycle_at(cycle.end)
    while _first_day(after) <= _first_day(cycle):
        cycle, after = after, timeline.cycle_at(after.end)
    return cycle, _first_day(after)


def _first_day(cycle: Cycle) -> date:
    return local_day(cycle.start, cycle.zone)


def _line_cycle(
    line: Line, timeline: Timeline, cycle: Cycle, *, last: date, now: Instant
) -> LineCycle:
    at = min(max(now, cycle.start), Instant(cycle.end - 1))
    terms = timeline.at(at)
    return LineCycle(
        line,
        cycle.zone,
        _first_day(cycle),
        last,
        cycle.start,
        cycle.end,
        tuple(each.kind for each in terms.version.allowances) if terms else (),
    )
