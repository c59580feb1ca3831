"""The plan page: everything about the plans in force, whether stated here or by a company."""

from typing import NamedTuple

from app.actions.company_connected import connected_of
from app.actions.plan_company import company_connect, company_people
from app.actions.plan_connect import added_up, connect_sum
from app.actions.plan_history import plan_history
from app.actions.plan_people import Drawn, drawn, local_people, unused_rows
from app.actions.plan_pool import pool_sum
from app.actions.plan_running import Running, running
from app.actions.status import status_of
from app.domain.company import Role
from app.domain.instant import Instant
from app.domain.meter import Status
from app.domain.outlook import Outlook
from app.domain.plan import Line
from app.domain.plan_edit import PlanSeen
from app.domain.plan_page import (
    ConnectSum,
    Origin,
    PersonRow,
    PlanInForce,
    PlanPage,
    PoolSum,
)
from app.ledger.company.book import book_people, licences, news_open, plan_seen, profile_stated
from app.ledger.company.joined import company_of
from app.ledger.company.pooled import people_use
from app.ledger.glance import Readable
from app.ledger.rulebook import company_states
from app.ledger.snapshot import Snapshot

_USUAL = Outlook()


def read_plan_page(
    ledger: Readable, now: Instant, agent: str | None = None, outlook: Outlook = _USUAL
) -> PlanPage:
    """Read the page as of one state; ``agent``: whose meters are told, mine where ``None``.

    UsageProblem for an agent the ledger has never heard of.
    """
    with ledger.reading() as snapshot:
        return plan_page_of(snapshot, now, agent, outlook)


def read_to_edit(ledger: Readable, now: Instant) -> tuple[PlanPage, PlanSeen]:
    """Read the page together with what an edit made from it has seen."""
    with ledger.reading() as snapshot:
        return plan_page_of(snapshot, now), plan_seen(snapshot.connection)


def plan_page_of(
    snapshot: Snapshot, now: Instant, agent: str | None = None, outlook: Outlook = _USUAL
) -> PlanPage:
    """Read the page as one reading transaction sees it."""
    connection = snapshot.connection
    status, plans = status_of(snapshot, now, agent, outlook), running(snapshot, now)
    company = company_of(connection)
    role = company.role if company else Role.OWNER
    # Until its first plan book comes, people are those of this ledger.
    served = company is not None and bool(company.plan_tag)
    profile, contract = profile_stated(connection)
    crowd = _crowd(plans, status, role, served=served)
    return PlanPage(
        as_of=status.as_of,
        trust=status.trust,
        origin=_origin(plans, served=served),
        role=role,
        profile=profile,
        plans=plans_in_force(plans, status),
        pool=crowd.pool,
        connect=crowd.connect,
        contract=contract if role is Role.OWNER else None,
        people=crowd.people if plans.terms else (),
        history=plan_history(snapshot, now, _links_told(plans, role)),
        news=news_open(connection),
        connected=connected_of(snapshot, company),
        first_reading=status.first_reading,
    )


def plans_in_force(plans: Running, status: Status) -> tuple[PlanInForce, ...]:
    """Put the meters of a status beside the terms they follow from."""
    return tuple(
        PlanInForce(
            plans.terms[line],
            plans.cycles[line],
            tuple(meter for meter in status.meters if meter.line is line),
        )
        for line in Line
        if line in plans.terms
    )


class _Crowd(NamedTuple):
    """What the page tells of people."""

    pool: PoolSum | None
    connect: ConnectSum | None
    people: tuple[PersonRow, ...] = ()


def _origin(plans: Running, *, served: bool) -> Origin:
    """Tell where the plans come from; those entered here hold while a company has none."""
    here = not company_states(plans.snapshot.connection) and bool(plans.terms)
    return Origin.SERVER if served and not here else Origin.LOCAL


def _crowd(plans: Running, status: Status, role: Role, *, served: bool) -> _Crowd:
    if role is Role.AGENT:
        return _Crowd(pool_sum(plans, None), connect_sum(plans, [plans.snapshot.people.me], 1))
    return _of_company(plans, status) if served else _of_ledger(plans, status)


def _of_ledger(plans: Running, status: Status) -> _Crowd:
    used, seated = drawn(plans), licences(plans.snapshot.connection)
    pool = pool_sum(plans, seated.values() or None)
    people = local_people(plans, status.meters, seated, used)
    connect = connect_sum(plans, _concerned(plans, used), len(people))
    return _Crowd(pool, connect, (*people, *unused_rows(pool.lines if pool else ())))


def _of_company(plans: Running, status: Status) -> _Crowd:
    connection, me = plans.snapshot.connection, plans.snapshot.people.me
    book, uses = book_people(connection), people_use(connection)
    pool = pool_sum(plans, [person.licence for person in book])
    known = local_people(plans, status.meters, {}, drawn(plans))
    mine = next((row for row in known if row.mine), None)
    people = company_people(plans, book, uses, mine)
    connect = connect_sum(plans, [me], len(people))
    if connect is not None:
        told = [*connect.persons, *company_connect(plans, book, uses)]
        connect = added_up(told, len(people))
    return _Crowd(pool, connect, (*people, *unused_rows(pool.lines if pool else ())))


def _concerned(plans: Running, used: Drawn) -> set[int]:
    linked = {link.person for link in plans.snapshot.rules.links}
    return {plans.snapshot.people.me, *used.persons, *linked}


def _links_told(plans: Running, role: Role) -> frozenset[int] | None:
    return frozenset({plans.snapshot.people.me}) if role is Role.AGENT else None
