"""Usage of a company's cycles by person, for owners."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, func, select

from app.domain.company import Licence
from app.domain.instant import Instant, moment
from app.domain.money import Money
from app.domain.plan import MeterKind
from app.server.store.tables import member
from app.server.usage.cycles import LineCycle
from app.server.usage.tables import usage_count, usage_ledger
from app.wire.base import Amount
from app.wire.usage import PeopleCycle, PeopleUse, PersonMeter, PersonUse

_FIGURES = ("counted", "billed", "over", "outside", "second_leg", "unpriced")
_c, _l, _m = usage_count.c, usage_ledger.c, member.c
_of_company = _l.company_id == bindparam("company")
_held = (_of_company, _c.holds, _c.day.between(bindparam("first"), bindparam("last")))
_sums = (
    select(_l.member_id, _c.kind, *(func.sum(_c[name]) for name in _FIGURES))
    .join(usage_ledger, _l.number == _c.ledger)
    .where(*_held)
    .group_by(_l.member_id, _c.kind)
)
_amounts = (
    select(_l.member_id, _c.kind, _c.amounts)
    .join(usage_ledger, _l.number == _c.ledger)
    .where(*_held, _c.amounts != "")
)
_reported = select(_l.member_id, func.max(_l.reported_us)).where(_of_company).group_by(_l.member_id)
_people = (
    select(_m.id, _m.name, _m.licence, _m.left_us)
    .where(_m.company_id == bindparam("company"))
    .order_by(_m.name, _m.id)
)

_Row = Row[*tuple[Any, ...]]
_Prices = Mapping[tuple[str, str], list[Amount]]


class _Used(NamedTuple):
    """What everybody used of a cycle: figures by person and kind, and prices beside them."""

    figures: dict[str, dict[str, dict[str, int]]]
    prices: _Prices


def read_people(connection: Connection, company_id: str, cycles: Sequence[LineCycle]) -> PeopleUse:
    """Read who used what; people who left are told of where they used something."""
    asked = {"company": company_id}
    people = connection.execute(_people, asked).all()
    reported: dict[str, int] = {row[0]: row[1] for row in connection.execute(_reported, asked)}
    found = []
    for cycle in cycles:
        used = _used(connection, company_id, cycle)
        shown = [
            _person(row, cycle, used, reported.get(row[0]))
            for row in people
            if row[3] is None or row[0] in used.figures
        ]
        found.append(PeopleCycle(line=cycle.line, first=cycle.first, last=cycle.last, people=shown))
    return PeopleUse(cycles=found)


def _used(connection: Connection, company_id: str, cycle: LineCycle) -> _Used:
    first, last = cycle.days
    asked = {"company": company_id, "first": first, "last": last}
    figures: dict[str, dict[str, dict[str, int]]] = defaultdict(dict)
    for person, kind, *values in connection.execute(_sums, asked):
        figures[person][kind] = dict(zip(_FIGURES, map(int, values), strict=True))
    return _Used(dict(figures), _prices(connection.execute(_amounts, asked)))


def _prices(rows: Iterable[_Row]) -> _Prices:
    """Add up, currency by currency, what the counts say they cost."""
    sums: dict[tuple[str, str], dict[str, Money]] = defaultdict(dict)
    for person, kind, text in rows:
        known = sums[person, kind]
        for each in json.loads(text):
            money = Money(Decimal(each["amount"]), each["currency"])
            before = known.get(money.currency)
            known[money.currency] = before + money if before else money
    return {
        key: [
            Amount(amount=each.exact(), currency=currency)
            for currency, each in sorted(known.items())
        ]
        for key, known in sums.items()
    }


def _person(row: _Row, cycle: LineCycle, used: _Used, reported: int | None) -> PersonUse:
    person, name, licence, _ = row
    figures = used.figures.get(person)
    return PersonUse(
        member=person,
        name=name,
        licence=Licence(licence),
        reported=None if reported is None else moment(Instant(reported)),
        # Nothing at all is not the same as nothing used.
        meters=[]
        if figures is None
        else [_meter(person, kind, figures, used.prices) for kind in cycle.kinds],
    )


def _meter(
    person: str, kind: MeterKind, figures: Mapping[str, dict[str, int]], prices: _Prices
) -> PersonMeter:
    nothing = dict.fromkeys(_FIGURES, 0)
    return PersonMeter(
        kind=kind, amounts=prices.get((person, kind), []), **figures.get(kind, nothing)
    )
