"""Looks through a server's database: sums made again from the counts, plans read again."""

from typing import Any

from sqlalchemy import Connection, Row, case, desc, func, select, text

from app.domain.cycle import check_zone
from app.domain.problem import UsageProblem
from app.server.book.convert import plan_of_text
from app.server.book.tables import plan_statement
from app.server.store.database import Database
from app.server.usage.tables import usage_count, usage_day, usage_ledger

_c, _d, _l = usage_count.c, usage_day.c, usage_ledger.c
_order = (desc(_c.counted), desc(_c.sequence), desc(_l.ledger_id))
_place = func.row_number().over(partition_by=(_l.member_id, _c.day, _c.kind), order_by=_order)
_ranked = (
    select(
        _l.company_id,
        _l.member_id,
        _c.day,
        _c.kind,
        _c.counted,
        _c.outside,
        _c.holds,
        _place.label("place"),
    )
    .join(usage_ledger, _l.number == _c.ledger)
    .subquery()
)
_r = _ranked.c
_wrong_holder = select(_r.member_id, _r.day, _r.kind).where(_r.holds != (_r.place == 1)).distinct()
_first = case((_r.place == 1, 1), else_=0)
_sums = (
    select(
        _r.company_id, _r.day, _r.kind, func.sum(_r.counted * _first), func.sum(_r.outside * _first)
    )
    .group_by(_r.company_id, _r.day, _r.kind)
    .order_by(_r.company_id, _r.day, _r.kind)
)
_kept = select(_d.company_id, _d.day, _d.kind, _d.counted, _d.outside)


def verify(database: Database) -> list[str]:
    """Return a sentence for everything that does not agree; nothing is changed."""
    with database.reading() as connection:
        return [
            *(_file(connection) if database.is_sqlite else ()),
            *_plans(connection),
            *_holders(connection),
            *_days(connection),
        ]


def _file(connection: Connection) -> list[str]:
    found = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
    lost = connection.execute(text("PRAGMA foreign_key_check")).all()
    damaged = [f"The database file is damaged: {each}." for each in found if each != "ok"]
    return damaged + [f"A row of {row[0]} points at nothing." for row in lost]


def _plans(connection: Connection) -> list[str]:
    columns = plan_statement.c
    wrong = []
    for number, document, zone in connection.execute(
        select(columns.id, columns.document, columns.zone)
    ):
        try:
            plan_of_text(document)
            check_zone(zone)
        except (UsageProblem, ValueError) as problem:
            wrong.append(f"Plan {number} cannot be read: {problem}")
    return wrong


def _holders(connection: Connection) -> list[str]:
    return [
        f"Of member {person} another count should hold: {kind}, day {day}."
        for person, day, kind in connection.execute(_wrong_holder)
    ]


def _days(connection: Connection) -> list[str]:
    made = {_key(row): _figures(row) for row in connection.execute(_sums)}
    kept = {_key(row): _figures(row) for row in connection.execute(_kept)}
    return [
        f"Company {key[0]}, {key[2]}, day {key[1]}: "
        f"kept {kept.get(key, (0, 0))}, counted again {made.get(key, (0, 0))}."
        for key in sorted(made.keys() | kept.keys())
        if made.get(key, (0, 0)) != kept.get(key, (0, 0))
    ]


def _key(row: Row[*tuple[Any, ...]]) -> tuple[str, int, str]:
    return row[0], row[1], row[2]


def _figures(row: Row[*tuple[Any, ...]]) -> tuple[int, int]:
    return int(row[3]), int(row[4])
