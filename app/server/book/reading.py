"""The plan book as its readers see it, out of the statements of a company."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, bindparam, desc, select

from app.domain.company import Licence, Role
from app.domain.instant import Instant, moment
from app.server.book.convert import open_moment, wire_of_text
from app.server.book.links import LinkStated, stretches
from app.server.book.tables import (
    annual_statement,
    contract_statement,
    link_statement,
    plan_statement,
    profile_statement,
    seat_statement,
)
from app.server.people.caller import Caller
from app.server.store.tables import company, member
from app.wire.plan import (
    AnnualEntry,
    Contract,
    LinkEntry,
    Person,
    PlanBook,
    PlanEntry,
    Profile,
    SeatEntry,
)

_Row = Row[*tuple[Any, ...]]


def _stated(table: Table, *names: str) -> Select[*tuple[Any, ...]]:
    columns = (table.c[name] for name in names)
    mine = table.c.company_id == bindparam("company")
    return select(*columns).where(mine).order_by(table.c.number)


_revision = select(company.c.revision, company.c.name).where(company.c.id == bindparam("company"))
_plans = _stated(plan_statement, "id", "start_us", "document", "zone", "anchor_day", "recorded_us")
_seats = _stated(
    seat_statement, "start_us", "committed", "additional", "without_bundle", "recorded_us"
)
_annual = _stated(annual_statement, "start_us", "until", "seats", "recorded_us")
_links = (
    _stated(link_statement, "member_id", "start_us", "linked")
    .add_columns(member.c.name)
    .join(member, member.c.id == link_statement.c.member_id)
)
_people = (
    select(member.c.id, member.c.name, member.c.role, member.c.licence)
    .where(member.c.company_id == bindparam("company"), member.c.left_us.is_(None))
    .order_by(member.c.name, member.c.id)
)


def read_book(connection: Connection, caller: Caller) -> PlanBook:
    """Read everything in force and its history, as far as it is the caller's business."""
    found = {"company": caller.company}
    # First, so that a change in between makes the tag older than the book, never newer.
    revision, name = connection.execute(_revision, found).one()
    owner = caller.role is Role.OWNER
    return PlanBook(
        company=caller.company,
        revision=revision,
        profile=_profile(connection, caller.company, name),
        contract=_contract(connection, caller.company) if owner else None,
        plans=[_plan(row) for row in connection.execute(_plans, found)],
        seats=[_seat(row) for row in connection.execute(_seats, found)],
        annual=[_term(row) for row in connection.execute(_annual, found)],
        links=_linked(connection.execute(_links, found), None if owner else caller.member),
        people=[_person(row) for row in connection.execute(_people, found)] if owner else None,
    )


def _profile(connection: Connection, company_id: str, name: str) -> Profile:
    text = _latest(connection, profile_statement, company_id)
    return Profile(name=name) if text is None else Profile.model_validate_json(text)


def _contract(connection: Connection, company_id: str) -> Contract:
    text = _latest(connection, contract_statement, company_id)
    return Contract() if text is None else Contract.model_validate_json(text)


def _latest(connection: Connection, table: Table, company_id: str) -> str | None:
    statement = (
        select(table.c.document)
        .where(table.c.company_id == company_id)
        .order_by(desc(table.c.number))
        .limit(1)
    )
    text: str | None = connection.execute(statement).scalar()
    return text


def _plan(row: _Row) -> PlanEntry:
    number, start, document, zone, anchor_day, recorded = row
    return PlanEntry(
        id=number,
        start=open_moment(start),
        document=wire_of_text(document),
        zone=zone,
        anchor_day=anchor_day,
        recorded=moment(recorded),
    )


def _seat(row: _Row) -> SeatEntry:
    start, committed, additional, without_bundle, recorded = row
    return SeatEntry(
        start=open_moment(start),
        committed=committed,
        additional=additional,
        without_bundle=without_bundle,
        recorded=moment(recorded),
    )


def _term(row: _Row) -> AnnualEntry:
    start, until, seats, recorded = row
    return AnnualEntry(
        start=open_moment(start), until=until, seats=seats, recorded=moment(recorded)
    )


def _linked(rows: Iterable[_Row], only: str | None) -> list[LinkEntry]:
    stated = (
        LinkStated(person, name, Instant(start), linked)
        for person, start, linked, name in rows
        if only in (None, person)
    )
    return [
        LinkEntry(
            member=each.member,
            name=each.name,
            start=open_moment(each.start),
            end=open_moment(each.end),
        )
        for each in stretches(stated)
    ]


def _person(row: _Row) -> Person:
    number, name, role, licence = row
    return Person(member=number, name=name, role=Role(role), licence=Licence(licence))
