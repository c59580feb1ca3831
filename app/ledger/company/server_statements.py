"""The statements of a company's server, written in place of its earlier ones where they differ."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from app.domain.book import Book
from app.domain.catalogue import document_of
from app.domain.instant import Instant
from app.domain.timeline import PlanEntry
from app.ledger.company.json_text import written_contract, written_profile

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.ledger.people import People

_Row = tuple[object, ...]
_PLANS = ("line", "start_us", "document", "zone", "anchor_day")
_SEATS = ("start_us", "committed", "additional", "without_bundle")
_ANNUAL = ("start_us", "until", "seats")
_LINKS = ("person_id", "start_us", "end_us")
_PEOPLE = ("member", "name", "role", "licence", "mine")


def write_book(connection: "Connection", people: "People", book: Book, now: Instant) -> None:
    """Write all that a book says; a person it names who is not yet known becomes known."""
    tables: tuple[tuple[str, Sequence[str], Iterable[_Row]], ...] = (
        ("plan_entry", _PLANS, map(_plan_row, book.plans)),
        (
            "seats", _SEATS,
            [(s.start, s.committed, s.additional, s.without_bundle) for s in book.seats],
        ),
        ("annual_seats", _ANNUAL, [(a.start, a.until.isoformat(), a.seats) for a in book.annual]),
        ("link", _LINKS, _link_rows(connection, people, book)),
    )  # fmt: skip
    for table, columns, rows in tables:
        _replace(connection, (table, columns), list(rows), now)
    _write_people(connection, book)
    connection.exec_driver_sql(
        "INSERT INTO profile_statement (origin, profile, contract) VALUES (1, ?, ?) "
        "ON CONFLICT DO UPDATE SET profile=excluded.profile, contract=excluded.contract",
        (written_profile(book.profile), written_contract(book.contract)),
    )
    connection.exec_driver_sql("UPDATE company SET plan_tag=?, taken=1", (book.tag,))


def _plan_row(entry: PlanEntry) -> _Row:
    document = json.dumps(document_of(entry.plan), ensure_ascii=False, sort_keys=True)
    return entry.plan.line.value, entry.start, document, entry.zone, entry.anchor_day


def _link_rows(connection: "Connection", people: "People", book: Book) -> list[_Row]:
    rows: list[_Row] = []
    for link in book.links:
        person = people.me
        if not link.mine:
            person = people.by_id[people.add(connection, link.name)].person_id
            if person == people.me:
                # Somebody of my name: which of us a record means nobody can tell, so it is me.
                continue
        rows.append((person, link.start, link.end))
    return rows


def _replace(
    connection: "Connection",
    place: tuple[str, Sequence[str]],
    rows: Sequence[_Row],
    now: Instant,
) -> None:
    table, columns = place
    listed = ", ".join(columns)
    known = connection.exec_driver_sql(
        f"SELECT {listed} FROM {table} WHERE origin=1 ORDER BY id"  # noqa: S608 - our own names
    ).all()
    if [tuple(row) for row in known] == list(rows):
        return
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE origin=1")  # noqa: S608
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT INTO {table} ({listed}, recorded_us, origin) VALUES ({marks}, ?, 1)"  # noqa: S608
    for row in rows:
        connection.exec_driver_sql(insert, (*row, now))


def _write_people(connection: "Connection", book: Book) -> None:
    rows = sorted(
        (p.member, p.name, p.role.value, p.licence.value, int(p.mine)) for p in book.people or ()
    )
    listed = ", ".join(_PEOPLE)
    known = connection.exec_driver_sql(
        f"SELECT {listed} FROM book_person ORDER BY member"  # noqa: S608 - our own names
    ).all()
    if [tuple(row) for row in known] == rows:
        return
    connection.exec_driver_sql("DELETE FROM book_person")
    insert = f"INSERT INTO book_person ({listed}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608
    for row in rows:
        connection.exec_driver_sql(insert, row)
