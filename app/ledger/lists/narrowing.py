"""Filters as conditions on the facts ``f`` of a statement."""

from app.domain.event import Direction, Method
from app.domain.filters import Filters
from app.domain.instant import BEGINNING, END
from app.domain.plan import Line
from app.ledger.convert import CALL, TEXT
from app.ledger.lists.belonging import belongs_to, persons, persons_called
from app.ledger.lists.clause import Clause, both, one_of
from app.ledger.lists.fates import UNCOUNTED, fates_of
from app.ledger.people import People

PRESENT = Clause("f.id NOT IN (SELECT fact_id FROM superseded)")
_METHOD = "coalesce(f.method, '')"
_METHOD_LENT = "coalesce(nullif(f.method, ''), lent.method, '')"
_LEGS = "(SELECT max(l.position) > 0 FROM leg l WHERE l.fact_id = f.id)"
_KINDS = {Line.CALLS: CALL, Line.TEXTS: TEXT}


def present_then(last_id: int) -> Clause:
    """Return the condition that a fact was the present version when this was the last one."""
    sql = (
        "f.id <= ? AND NOT EXISTS "
        "(SELECT 1 FROM superseded s WHERE s.fact_id = f.id AND s.by_id <= ?)"
    )
    return Clause(sql, (last_id, last_id))


def conditions(filters: Filters, people: People, *, lent: bool = False) -> list[Clause]:
    """Return what the filters ask of a fact, but for the words; ``lent`` as in belonging.py."""
    found = list(_plain(filters))
    if filters.method is not None:
        found.append(_placed(filters.method, people, lent=lent))
    if filters.agent:
        found.append(belongs_to(people, persons_called(people, filters.agent), lent=lent))
    if filters.outcomes:
        fate = f"coalesce(fate.fate, {UNCOUNTED})"
        found.append(one_of(fate, fates_of(filters.outcomes)))
    return found


def _plain(filters: Filters) -> list[Clause]:
    found = []
    if filters.line is not None:
        found.append(Clause("f.kind = ?", (_KINDS[filters.line],)))
    if filters.direction is not None:
        found.append(Clause("f.inbound = ?", (int(filters.direction is Direction.INBOUND),)))
    if filters.since > BEGINNING:
        found.append(Clause("f.start_us >= ?", (filters.since,)))
    if filters.until < END:
        found.append(Clause("f.start_us < ?", (filters.until,)))
    if filters.source:
        sources = "f.source_id IN (SELECT id FROM source WHERE provider = ?)"
        found.append(Clause(sources, (filters.source,)))
    if filters.import_id is not None:
        found.append(Clause("f.import_id = ?", (filters.import_id,)))
    return found


def _placed(method: Method, people: People, *, lent: bool) -> Clause:
    """Return the condition that a call was placed so.

    Where a record does not say, the legs it reports tell, and without them its person's habit.
    """
    phoning = [each for each in persons(people) if people.by_id[each].method == Method.PHONE]
    habit = belongs_to(people, phoning, lent=lent)
    said = _METHOD_LENT if lent else _METHOD
    by_phone = f"CASE {said} WHEN 'phone' THEN 1 WHEN '' THEN coalesce({_LEGS}, {habit.sql}) END"
    wanted = int(method is Method.PHONE)
    return both(
        Clause(f"f.kind = {CALL}"), Clause(f"coalesce({by_phone}, 0) = ?", (*habit.values, wanted))
    )
