"""Who used what in a cycle, person by person: what totals do not keep is added up from charges."""

from datetime import date

from app.domain.crossing import NEVER, Key
from app.domain.cycle import day_start
from app.domain.event import Method
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.plan import Allowance, Line, MeterKind, Scope
from app.domain.rating import MINUTE_US, Draw
from app.domain.receipt import Outcome
from app.domain.rules import line_of
from app.domain.stretch import Stretch
from app.ledger import crossings
from app.ledger.convert import CALL, TEXT
from app.ledger.coverage import ELSEWHERE
from app.ledger.lists.belonging import persons
from app.ledger.snapshot import Snapshot
from app.ledger.totals import Meterage

_BILLED = """
    c.kind=? AND c.scope_id=? AND c.start_us>=? AND c.start_us<? AND c.person_id=? AND
    (c.draw=? OR (c.draw=? AND (c.start_us, c.tie, c.fact_id) >= (?, ?, ?)))
"""
# Two legs made by the plan's rule last alike, so half of the minutes are the second leg's.
_BY_RULE = f"""
    SELECT coalesce(sum(c.units), 0) FROM charge c JOIN fact f ON f.id = c.fact_id
    JOIN agent a ON a.id = c.person_id
    WHERE {_BILLED} AND coalesce(nullif(f.method, ''), a.method)=?
        AND NOT EXISTS (SELECT 1 FROM leg l WHERE l.fact_id = f.id)
"""  # noqa: S608 - our own words
_REPORTED = f"""
    SELECT coalesce(sum((l.talk_us + {MINUTE_US - 1}) / {MINUTE_US}), 0) FROM charge c
    JOIN leg l ON l.fact_id = c.fact_id AND l.position > 0 WHERE {_BILLED}
"""  # noqa: S608 - our own words


def drawn_by_person(
    snapshot: Snapshot, allowance: Allowance, cycle: Cycle, at: Instant
) -> dict[int, int]:
    """Add up what each person drew on an allowance in a cycle until an instant, past it or not."""
    code = crossings.CODES[allowance.kind]
    own = allowance.scope is Scope.USER
    found: dict[int, int] = {}
    for scope_id in persons(snapshot.people) if own else (0,):
        rows = snapshot.connection.exec_driver_sql(
            "SELECT person_id, sum(units) FROM charge WHERE kind=? AND scope_id=? "
            "AND start_us>=? AND start_us<? AND draw<>? GROUP BY person_id",
            (code, scope_id, cycle.start, min(cycle.end, Instant(at + 1)), int(Draw.OUTSIDE)),
        )
        found.update((row[0], row[1]) for row in rows)
    return found


def billed_second_legs(
    snapshot: Snapshot, scope_id: int, person: int, cycle: Cycle, at: Instant
) -> int:
    """Return how many of a person's billed minutes of a cycle are those of second legs."""
    stretches = snapshot.rules.lines[line_of(MeterKind.MINUTES)].of_cycle(cycle)
    return sum(
        _of_stretch(snapshot, scope_id, person, stretch, at)
        for stretch in stretches
        if stretch.start <= at
    )


def _of_stretch(
    snapshot: Snapshot, scope_id: int, person: int, stretch: Stretch, at: Instant
) -> int:
    connection, code = snapshot.connection, crossings.CODES[MeterKind.MINUTES]
    crossing = crossings.load(connection, Meterage(code, scope_id, stretch))
    allowance = stretch.terms.allowance(MeterKind.MINUTES)
    billed = allowance and snapshot.rules.past(allowance, person, stretch.start) is Outcome.BILLED
    key: Key = crossing.key if billed else NEVER
    span = (code, scope_id, stretch.start, min(stretch.end, Instant(at + 1)), person)
    values = (*span, int(Draw.ALREADY), int(Draw.DRAWS), *key)
    (by_rule,) = connection.exec_driver_sql(_BY_RULE, (*values, Method.PHONE.value)).one()
    (reported,) = connection.exec_driver_sql(_REPORTED, values).one()
    return int(by_rule) // 2 + int(reported)


def earliest(snapshot: Snapshot, line: Line) -> Instant | None:
    """Return when the first thing known of a line began, here or at the company's server."""
    kinds = (CALL, ELSEWHERE) if line is Line.CALLS else (TEXT, TEXT)
    (seen,) = snapshot.connection.exec_driver_sql(
        "SELECT min(first_us) FROM coverage WHERE kind IN (?, ?) AND entries>0", kinds
    ).one()
    (told,) = snapshot.connection.exec_driver_sql(
        "SELECT min(first) FROM pooled_use WHERE line=?", (line.value,)
    ).one()
    timeline = snapshot.rules.lines[line].timeline
    terms = timeline.terms[0] if timeline.terms else None
    found = [] if seen is None else [Instant(seen)]
    if told is not None and terms is not None:
        found.append(day_start(date.fromisoformat(told), terms.zone))
    return min(found, default=None)
