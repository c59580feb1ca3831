"""Statements made here, all or since a mark: what an edit became, be it saved or rehearsed."""

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.domain.catalogue import plan_from_document
from app.domain.instant import Instant
from app.domain.pool import AnnualSeats, SeatStatement
from app.domain.timeline import PlanEntry

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Newest(NamedTuple):
    """The newest row of each kind of statement, 0 for none."""

    plan: int
    seats: int
    annual: int


@dataclass(frozen=True, slots=True)
class NewlyStated:
    """Statements in the order in which they were made."""

    plans: tuple[PlanEntry, ...]
    seats: tuple[SeatStatement, ...]
    annual: tuple[AnnualSeats, ...]


def newest(connection: "Connection") -> Newest:
    """Return the mark after everything stated so far."""
    tables = ("plan_entry", "seats", "annual_seats")
    found = [
        connection.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {table}").scalar_one()  # noqa: S608 - our own names
        for table in tables
    ]
    return Newest(*found)


def stated_since(connection: "Connection", mark: Newest) -> NewlyStated:
    """Return what was stated here after a mark."""
    plans = connection.exec_driver_sql(
        "SELECT start_us, document, zone, anchor_day FROM plan_entry "
        "WHERE id>? AND origin=0 ORDER BY id",
        (mark.plan,),
    )
    seats = connection.exec_driver_sql(
        "SELECT start_us, committed, additional, without_bundle FROM seats "
        "WHERE id>? AND origin=0 ORDER BY id",
        (mark.seats,),
    )
    annual = connection.exec_driver_sql(
        "SELECT start_us, until, seats FROM annual_seats WHERE id>? AND origin=0 ORDER BY id",
        (mark.annual,),
    )
    return NewlyStated(
        tuple(_entry(*row) for row in plans),
        tuple(SeatStatement(Instant(start), *numbers) for start, *numbers in seats),
        tuple(
            AnnualSeats(Instant(start), date.fromisoformat(until), number)
            for start, until, number in annual
        ),
    )


def all_stated(connection: "Connection") -> NewlyStated:
    """Return all that was ever stated here, whether it is in force or not."""
    return stated_since(connection, Newest(0, 0, 0))


def _entry(start: int, document: str, zone: str, anchor_day: int) -> PlanEntry:
    return PlanEntry(Instant(start), plan_from_document(json.loads(document)), zone, anchor_day)
