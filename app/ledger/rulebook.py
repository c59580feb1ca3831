"""The rules a ledger holds: plans, seats, links, prices and habits, read into one value."""

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.catalogue import plan_from_document
from app.domain.cycle import check_zone
from app.domain.instant import BEGINNING, END, Instant
from app.domain.money import Money
from app.domain.plan import Line
from app.domain.pool import AnnualSeats, SeatStatement
from app.domain.price import PriceBook, PriceRow
from app.domain.problem import LedgerProblem, UsageProblem, mark
from app.domain.rules import Link, Rules
from app.domain.statements import Statements
from app.domain.timeline import PlanEntry
from app.ledger.driver import driver
from app.ledger.people import People

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OF_A_PLAN = ("plan_entry", "seats", "annual_seats")
_STATED_THERE = " OR ".join(f"EXISTS (SELECT 1 FROM {each} WHERE origin=1)" for each in _OF_A_PLAN)  # noqa: S608 - our own names
#: Where a statement holds: those of the company's server once it has any plan, else our own.
IN_FORCE = f"origin=({_STATED_THERE})"
_PRICE = "id, origin, destination, unit, rate_nano, currency, valid_us"
_DAMAGED = mark(
    "A plan in the ledger is damaged, so nothing can be worked out. Put an older copy of ledger.db "
    "in its place."
)


def rules_version(connection: "Connection") -> int:
    """Return the number that grows with every change of the rules."""
    (version,) = driver(connection).execute("SELECT rules_version FROM profile").fetchone()
    return int(version)


def load_rules(connection: "Connection", people: People) -> Rules:
    """Read the rules as this transaction sees them."""
    stated = statements(connection)
    return Rules(
        rules_version(connection),
        stated.plans,
        (stated.seats, stated.annual),
        stated.links,
        PriceBook(_prices(connection)),
        people.habits(),
    )


def statements(connection: "Connection") -> Statements:
    """Return everything stated about plans that is in force."""
    return Statements(
        {line: tuple(plans_stated(connection, line)) for line in Line},
        tuple(seats_stated(connection)),
        tuple(annual_stated(connection)),
        # Who is linked is heard at once, even while the company has no plan.
        tuple(_links(connection, f"l.{IN_FORCE} OR l.origin=1")),
    )


def company_states(connection: "Connection") -> bool:
    """Tell whether the company's server has any plan or seats, so that its word holds."""
    (found,) = connection.exec_driver_sql(f"SELECT {_STATED_THERE}").one()
    return bool(found)


def plans_stated(connection: "Connection", line: Line) -> list[PlanEntry]:
    """Return the plans of a line in the order in which they were chosen."""
    rows = connection.exec_driver_sql(
        "SELECT start_us, document, zone, anchor_day FROM plan_entry "  # noqa: S608 - our own words
        f"WHERE line=? AND {IN_FORCE} ORDER BY id",
        (line.value,),
    )
    return [_plan_entry(*row) for row in rows]


def _plan_entry(start: int, document: str, zone: str, anchor_day: int) -> PlanEntry:
    try:
        plan = plan_from_document(json.loads(document))
        return PlanEntry(Instant(start), plan, check_zone(zone), anchor_day)
    except (UsageProblem, ValueError, TypeError, RecursionError) as wrong:
        raise LedgerProblem(_DAMAGED) from wrong


def seats_stated(connection: "Connection") -> list[SeatStatement]:
    """Return what was stated about seats, in order of time."""
    rows = connection.exec_driver_sql(
        "SELECT start_us, committed, additional, without_bundle FROM seats "  # noqa: S608
        f"WHERE {IN_FORCE} ORDER BY start_us, id"
    ).all()
    return [SeatStatement(Instant(s), *rest) for s, *rest in {row[0]: row for row in rows}.values()]


def annual_stated(connection: "Connection") -> list[AnnualSeats]:
    """Return the seats paid for a term; several for one last day where their number changed."""
    rows = connection.exec_driver_sql(
        f"SELECT start_us, until, seats FROM annual_seats WHERE {IN_FORCE} ORDER BY id"  # noqa: S608
    ).all()
    terms: dict[str, list[AnnualSeats]] = {}
    for start, until, seats in rows:
        # A later statement for the same last day holds from its own start on.
        earlier = [
            replace(each, replaced=min(each.replaced, Instant(start)))
            for each in terms.get(until, ())
            if each.start < start
        ]
        terms[until] = [*earlier, AnnualSeats(Instant(start), date.fromisoformat(until), seats)]
    return [each for stated in terms.values() for each in stated if each.seats]


def links_entered(connection: "Connection") -> list[Link]:
    """Return the links that were entered here, whether they are in force or not."""
    return _links(connection, "l.origin=0")


def _links(connection: "Connection", where: str) -> list[Link]:
    rows = connection.exec_driver_sql(
        "SELECT l.person_id, coalesce(p.start_us, l.start_us), l.end_us, "  # noqa: S608
        "  p.start_us = (SELECT min(start_us) FROM plan_entry WHERE line='calls' AND origin=0) "
        "FROM link l LEFT JOIN plan_entry p ON p.id = l.entry_id "
        f"WHERE {where} ORDER BY l.id"
    )
    return [
        Link(person, BEGINNING if first else Instant(start), Instant(end or END))
        for person, start, end, first in rows
    ]


def _prices(connection: "Connection") -> list[PriceRow]:
    rows = connection.exec_driver_sql(
        f"SELECT {_PRICE}, 0 FROM price UNION ALL SELECT {_PRICE}, 1 FROM fetched_price "  # noqa: S608 - our own names
        "ORDER BY 8, 1"
    )
    return [
        PriceRow(origin, destination, unit, Money.from_nano(*rate), Instant(valid), bool(fetched))
        for _, origin, destination, unit, *rate, valid, fetched in rows
    ]
