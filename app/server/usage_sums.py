"""The sums of a company by day and kind, so that a reading never adds up the counts of people."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, bindparam, insert, select, update

from app.domain.plan import MeterKind
from app.server.usage_holding import Moved, Slot
from app.server.usage_tables import usage_day

_d = usage_day.c
_add = (
    update(usage_day)
    .where(
        _d.company_id == bindparam("of"), _d.day == bindparam("on"), _d.kind == bindparam("what")
    )
    .values(counted=_d.counted + bindparam("more"), outside=_d.outside + bindparam("beside"))
)


def move_sums(connection: Connection, company_id: str, moves: Mapping[Slot, Moved]) -> None:
    """Add to the sums what changed; the company must be held, so that nobody else does."""
    known = _known(connection, company_id, {slot.day.toordinal() for slot in moves})
    added, changed = [], []
    for slot, moved in moves.items():
        day, kind = slot.day.toordinal(), slot.kind.value
        if slot not in known:
            row = {"company_id": company_id, "day": day, "kind": kind}
            added.append(row | {"counted": moved.counted, "outside": moved.outside})
        elif moved.counted or moved.outside:
            place = {"of": company_id, "on": day, "what": kind}
            changed.append(place | {"more": moved.counted, "beside": moved.outside})
    if added:
        connection.execute(insert(usage_day), added)
    if changed:
        connection.execute(_add, changed)


def _known(connection: Connection, company_id: str, days: set[int]) -> set[Slot]:
    query = select(_d.day, _d.kind).where(_d.company_id == company_id, _d.day.in_(days))
    return {Slot(date.fromordinal(day), MeterKind(kind)) for day, kind in connection.execute(query)}
