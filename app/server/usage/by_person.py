"""Usage of a company's cycles by person, for owners.

A company of ten thousand has some hundred thousand counts in a cycle. So the database adds up, what
many counts say alike is read once, and the answer is written without a model for each figure.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection

from app.domain.instant import Instant, iso
from app.domain.money import Money
from app.server.store.driver import rows
from app.server.usage.cycles import LineCycle

_FIGURES = ("counted", "billed", "over", "outside", "second_leg", "unpriced")
_NOTHING = dict.fromkeys(_FIGURES, 0)
_HELD = (
    "FROM usage_ledger l JOIN usage_count c ON c.ledger = l.number "
    "WHERE l.company_id = ? AND c.holds AND c.day BETWEEN ? AND ?"
)
_SUMS = (
    "SELECT c.ledger, c.kind, "
    + ", ".join(f"sum(c.{name})" for name in _FIGURES)
    + f" {_HELD} GROUP BY c.ledger, c.kind"
)
_AMOUNTS = (
    f"SELECT c.ledger, c.kind, c.amounts, count(*) {_HELD} AND c.amounts <> '' "
    "GROUP BY c.ledger, c.kind, c.amounts"
)
_LEDGERS = "SELECT number, member_id, reported_us FROM usage_ledger WHERE company_id = ?"
_PEOPLE = "SELECT id, name, licence, left_us FROM member WHERE company_id = ? ORDER BY name, id"

_Figures = dict[str, dict[str, int]]
#: By person and kind, then by currency.
_Nanos = dict[tuple[str, str], dict[str, int]]


class _Ledgers(NamedTuple):
    """Whose each ledger is, by its number, and when each person last sent something."""

    owners: dict[int, str]
    reported: dict[str, int]


class _Used(NamedTuple):
    """What everybody used of a cycle: figures by person and kind, and prices beside them."""

    figures: dict[str, _Figures]
    prices: _Nanos


def read_people(connection: Connection, company_id: str, cycles: Sequence[LineCycle]) -> str:
    """Write who used what as the JSON of a ``PeopleUse``.

    People who left are told of where they used something.
    """
    people = rows(connection, _PEOPLE, (company_id,))
    ledgers = _ledgers(connection, company_id)
    found = []
    for cycle in cycles:
        used = _used(connection, company_id, cycle, ledgers.owners)
        shown = [
            _person(row, cycle, used, ledgers.reported.get(row[0]))
            for row in people
            if row[3] is None or row[0] in used.figures
        ]
        days = {"first": cycle.first.isoformat(), "last": cycle.last.isoformat()}
        found.append({"line": cycle.line, **days, "people": shown})
    return json.dumps({"cycles": found}, ensure_ascii=False, separators=(",", ":"))


def _ledgers(connection: Connection, company_id: str) -> _Ledgers:
    found = _Ledgers({}, {})
    for number, person, reported in rows(connection, _LEDGERS, (company_id,)):
        found.owners[number] = person
        found.reported[person] = max(reported, found.reported.get(person, reported))
    return found


def _used(
    connection: Connection, company_id: str, cycle: LineCycle, owners: Mapping[int, str]
) -> _Used:
    asked = (company_id, *cycle.days)
    figures: dict[str, _Figures] = defaultdict(dict)
    for ledger, kind, *values in rows(connection, _SUMS, asked):
        known = figures[owners[ledger]].get(kind, _NOTHING)
        summed = zip(_FIGURES, values, strict=True)
        figures[owners[ledger]][kind] = {name: known[name] + int(more) for name, more in summed}
    return _Used(dict(figures), _prices(rows(connection, _AMOUNTS, asked), owners))


def _prices(found: Sequence[tuple[Any, ...]], owners: Mapping[int, str]) -> _Nanos:
    """Add up, currency by currency, what the counts say they cost."""
    sums: _Nanos = defaultdict(dict)
    for ledger, kind, text, times in found:
        known = sums[owners[ledger], kind]
        for currency, nano in _nanos(text):
            known[currency] = known.get(currency, 0) + nano * times
    return sums


@lru_cache(maxsize=4096)
def _nanos(text: str) -> tuple[tuple[str, int], ...]:
    """Read prices as they are kept, in billionths."""
    read = (Money(Decimal(each["amount"]), each["currency"]) for each in json.loads(text))
    return tuple((each.currency, each.nano) for each in read)


@lru_cache(maxsize=4096)
def _exact(nano: int, currency: str) -> str:
    return Money.from_nano(nano, currency).exact()


@lru_cache(maxsize=4096)
def _written(at: int) -> str:
    return iso(Instant(at))


def _person(
    row: tuple[Any, ...], cycle: LineCycle, used: _Used, reported: int | None
) -> dict[str, object]:
    person, name, licence, _ = row
    figures = used.figures.get(person)
    return {
        "member": person,
        "name": name,
        "licence": licence,
        "reported": None if reported is None else _written(reported),
        # Nothing at all is not the same as nothing used.
        "meters": []
        if figures is None
        else [
            {
                "kind": kind,
                **figures.get(kind, _NOTHING),
                "amounts": _amounts(used.prices.get((person, kind), {})),
            }
            for kind in cycle.kinds
        ],
    }


def _amounts(nanos: Mapping[str, int]) -> list[dict[str, str]]:
    return [
        {"amount": _exact(nano, currency), "currency": currency}
        for currency, nano in sorted(nanos.items())
    ]
