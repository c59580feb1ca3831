"""Usage of a company's cycles out of its sums, and what of it is the asker's own."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)

from app.domain.instant import Instant, moment
from app.server.people.caller import Caller
from app.server.store.tables import member, token
from app.server.usage.cycles import LineCycle
from app.server.usage.tables import usage_count, usage_day, usage_ledger
from app.wire.usage import Pooled, PooledCycle, PooledUse

_c, _d, _l, _m, _t = usage_count.c, usage_day.c, usage_ledger.c, member.c, token.c


def _within(day: Column[int]) -> ColumnElement[bool]:
    return day.between(bindparam("first"), bindparam("last"))


_newest = select(func.max(_l.reported_us)).where(_l.company_id == bindparam("company"))
_sums = (
    select(_d.kind, func.sum(_d.counted), func.sum(_d.outside))
    .where(_d.company_id == bindparam("company"), _within(_d.day))
    .group_by(_d.kind)
)
_mine = (
    select(_c.kind, func.sum(_c.counted))
    .join(usage_ledger, _l.number == _c.ledger)
    .where(_l.member_id == bindparam("member"), _c.holds, _within(_c.day))
    .group_by(_c.kind)
)
_sent = exists().where(_l.member_id == _m.id, _c.ledger == _l.number, _within(_c.day))
# A desktop that had nothing to send does not send it, but was here.
_used = exists().where(_t.member_id == _m.id, _t.used_us >= bindparam("start"))
# Whoever joined after a cycle is not missed in it, but may know of it.
_there = and_(
    _m.company_id == bindparam("company"),
    _m.left_us.is_(None),
    or_(_m.joined_us < bindparam("end"), _sent),
)
_members: Select[int, int] = select(func.count(), func.count().filter(or_(_used, _sent))).where(
    _there
)


class _Reports(NamedTuple):
    members: int
    reporting: int


def tag_of(caller: Caller, cycles: Sequence[LineCycle]) -> str:
    """Write the tag of usage: the counts, the plans and people, the cycles, and for whom."""
    # A plan stated ahead comes into force without a new revision.
    shape = hashlib.sha256(repr(cycles).encode()).hexdigest()[:16]
    return f'"{caller.usage_revision}-{caller.revision}-{caller.role}-{caller.member}-{shape}"'


def read_pooled(connection: Connection, caller: Caller, cycles: Sequence[LineCycle]) -> Pooled:
    """Read what everybody together used, without a name."""
    newest = connection.execute(_newest, {"company": caller.company}).scalar()
    return Pooled(
        as_of=None if newest is None else moment(Instant(newest)),
        cycles=[_cycle(connection, caller, cycle) for cycle in cycles],
    )


def _cycle(connection: Connection, caller: Caller, cycle: LineCycle) -> PooledCycle:
    first, last = cycle.days
    asked = {"company": caller.company, "first": first, "last": last}
    sums = {kind: (int(c), int(o)) for kind, c, o in connection.execute(_sums, asked)}
    mine = _own(connection, caller, asked)
    within = {"start": cycle.start, "end": cycle.end}
    reports = _Reports(*connection.execute(_members, asked | within).one())
    meters = [
        PooledUse(
            kind=kind,
            counted=sums.get(kind, (0, 0))[0],
            outside=sums.get(kind, (0, 0))[1],
            mine=mine.get(kind, 0),
            reporting=reports.reporting,
            members=reports.members,
        )
        for kind in cycle.kinds
    ]
    return PooledCycle(
        line=cycle.line, zone=cycle.zone, first=cycle.first, last=cycle.last, meters=meters
    )


def _own(connection: Connection, caller: Caller, asked: dict[str, object]) -> dict[str, int]:
    rows = connection.execute(_mine, asked | {"member": caller.member})
    return {kind: int(counted) for kind, counted in rows}
