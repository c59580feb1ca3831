"""Statements that owners add to the plan book; nothing that was stated is ever edited.

What makes no sense is refused, or is a UsageProblem of the domain; both name the field.
"""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, insert, select, update

from app.domain.cycle import check_zone, local_day
from app.domain.instant import BEGINNING, Instant, moment
from app.domain.plan import Line, Plan
from app.server.book.convert import instant_or, plan_of_wire, text_of_plan
from app.server.book.tables import (
    annual_statement,
    contract_statement,
    plan_statement,
    profile_statement,
    seat_statement,
)
from app.server.book.writing import invalid
from app.server.people.audit import note
from app.server.people.caller import Caller
from app.server.people.tokens import new_id
from app.server.store.tables import company
from app.wire.plan import Contract, Profile, PutPlan, StateAnnual, StateSeats

_NO_ANCHOR = "Field anchor_day must be 1, because the cycle of this plan starts on the 1st."
_TOO_MANY = "Field without_bundle must not be more than all seats."
_BACKWARDS = "Field until must not be before the seats start."


def put_plan(connection: Connection, caller: Caller, asked: PutPlan, now: Instant) -> None:
    """Put a plan in force; the first of its line covers all history unless it is dated."""
    plan = plan_of_wire(asked.document)
    _check_anchor(plan, asked.anchor_day)
    same_line = plan_statement.c.line == plan.line.value
    first = _is_first(connection, plan_statement, caller, same_line)
    start = instant_or(asked.start, BEGINNING if first else now)
    _add(
        connection,
        plan_statement,
        caller,
        now,
        id=new_id(),
        line=plan.line.value,
        start_us=start,
        document=text_of_plan(plan),
        zone=check_zone(asked.zone),
        anchor_day=asked.anchor_day,
    )
    facts = {"plan": plan.name, "line": plan.line.value, "zone": asked.zone}
    note(connection, now, caller, caller.company, "plan", start=_told(start), **facts)


def state_seats(connection: Connection, caller: Caller, asked: StateSeats, now: Instant) -> None:
    """State the seats; the first statement covers all history unless it is dated."""
    if asked.without_bundle > asked.committed + asked.additional:
        raise invalid(_TOO_MANY)
    first = _is_first(connection, seat_statement, caller)
    start = instant_or(asked.start, BEGINNING if first else now)
    numbers = {
        "committed": asked.committed,
        "additional": asked.additional,
        "without_bundle": asked.without_bundle,
    }
    _add(connection, seat_statement, caller, now, start_us=start, **numbers)
    facts = {name: str(number) for name, number in numbers.items()}
    note(connection, now, caller, caller.company, "seats", start=_told(start), **facts)


def state_annual(connection: Connection, caller: Caller, asked: StateAnnual, now: Instant) -> None:
    """State seats of a term; a new number for a known term holds for all of it unless dated."""
    start = instant_or(asked.start, _annual_start(connection, caller, asked.until, now))
    if start > BEGINNING and asked.until < local_day(start, _zone(connection, caller)):
        raise invalid(_BACKWARDS)
    until = asked.until.isoformat()
    _add(connection, annual_statement, caller, now, start_us=start, until=until, seats=asked.seats)
    facts = {"until": until, "seats": str(asked.seats)}
    note(connection, now, caller, caller.company, "annual", start=_told(start), **facts)


def put_profile(connection: Connection, caller: Caller, asked: Profile, now: Instant) -> None:
    """State what everybody may know of the company; it goes by the name in it from now on."""
    _add(connection, profile_statement, caller, now, document=asked.model_dump_json())
    named = update(company).where(company.c.id == caller.company).values(name=asked.name)
    connection.execute(named)
    note(connection, now, caller, caller.company, "profile", name=asked.name)


def put_contract(connection: Connection, caller: Caller, asked: Contract, now: Instant) -> None:
    """State what the company agreed to pay; the audit names the fields, not the prices."""
    _add(connection, contract_statement, caller, now, document=asked.model_dump_json())
    given = ", ".join(name for name, value in asked.model_dump().items() if value)
    note(connection, now, caller, caller.company, "contract", fields=given)


def _check_anchor(plan: Plan, anchor_day: int) -> None:
    if anchor_day != 1 and not (plan.anchored and plan.line is Line.TEXTS):
        raise invalid(_NO_ANCHOR)


def _annual_start(connection: Connection, caller: Caller, until: date, now: Instant) -> Instant:
    if _is_first(connection, annual_statement, caller):
        return BEGINNING
    columns = annual_statement.c
    known = (
        select(columns.start_us)
        .where(columns.company_id == caller.company, columns.until == until.isoformat())
        .order_by(columns.number)
        .limit(1)
    )
    start = connection.execute(known).scalar()
    return now if start is None else Instant(start)


def _zone(connection: Connection, caller: Caller) -> str:
    """Return the zone in which the pool's cycles are counted."""
    columns = plan_statement.c
    texts = (
        select(columns.zone)
        .where(columns.company_id == caller.company, columns.line == Line.TEXTS.value)
        .order_by(columns.start_us.desc(), columns.number.desc())
        .limit(1)
    )
    return connection.execute(texts).scalar() or "UTC"


def _is_first(
    connection: Connection, table: Table, caller: Caller, *also: ColumnElement[bool]
) -> bool:
    stated = select(table.c.number).where(table.c.company_id == caller.company, *also).limit(1)
    return connection.execute(stated).first() is None


def _add(connection: Connection, table: Table, caller: Caller, now: Instant, **values: Any) -> None:
    values |= {"company_id": caller.company, "recorded_us": now}
    connection.execute(insert(table), values)


def _told(start: Instant) -> str:
    return "all history" if start <= BEGINNING else moment(start).isoformat()
