"""The cycles that usage is asked for, by their local days, as a company's plans have them."""

from dataclasses import dataclass
from datetime import date

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
    """A cycle of a line by its local days, the last one included, and the meters it has."""

    line: Line
    zone: str
    first: date
    last: date
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
        if stated
        for cycle in _of_line(line, Timeline(stated), now, count)
    ]


def _of_line(line: Line, timeline: Timeline, now: Instant, count: int) -> list[LineCycle]:
    found = [_line_cycle(line, timeline, timeline.cycle_at(now), now)]
    before = timeline.cycle_at(now)
    for _ in range(count - 1):
        last = Instant(before.start - 1)
        before = timeline.cycle_at(last)
        found.append(_line_cycle(line, timeline, before, last))
    return found


def _line_cycle(line: Line, timeline: Timeline, cycle: Cycle, at: Instant) -> LineCycle:
    terms = timeline.at(at)
    return LineCycle(
        line,
        cycle.zone,
        local_day(cycle.start, cycle.zone),
        local_day(Instant(cycle.end - 1), cycle.zone),
        cycle.end,
        tuple(each.kind for each in terms.version.allowances) if terms else (),
    )
