"""The plan book of the company as this ledger holds it, and the same statements entered here."""

from typing import TYPE_CHECKING

from app.domain.book import Book, BookPerson
from app.domain.company import Contract, Licence, Profile, Role
from app.domain.instant import Instant
from app.domain.plan_edit import PlanSeen
from app.domain.plan_page import PlanNews
from app.domain.statements import differing_since
from app.ledger.company.json_text import (
    read_contract,
    read_profile,
    written_contract,
    written_profile,
)
from app.ledger.company.plan_news import keep_news, look, news_of, news_open, put_news_away
from app.ledger.company.server_statements import write_book
from app.ledger.restating import take_up_statements
from app.ledger.rulebook import load_rules, statements
from app.ledger.snapshot import Snapshot

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.ledger.ledger import Writing

__all__ = [
    "book_people", "licences", "news_open", "plan_seen", "profile_entered", "profile_stated",
    "put_news_away", "set_licence", "state_profile", "take_up",
]  # fmt: skip


def take_up(writing: "Writing", book: Book, *, now: Instant) -> tuple[PlanNews, ...]:
    """Let a plan book hold from now on; returns what changed by it, which is kept as news.

    Only what differs is written and rated again. The first book of a company is no news.
    """
    connection, people = writing.connection, writing.register.people
    (first,) = connection.exec_driver_sql("SELECT count(*) FROM company WHERE NOT taken").one()
    before = statements(connection)
    write_book(connection, people, book, now)
    after = statements(connection)
    if after == before:
        return ()
    since = differing_since(before, after)
    seen = look(
        Snapshot(connection, people, writing.rules), load_rules(connection, people), since, now
    )
    take_up_statements(writing, since)
    if first:
        return ()
    changed = Snapshot(connection, writing.register.people, writing.rules)
    return keep_news(connection, news_of(seen, changed, since, now))


def profile_stated(connection: "Connection") -> tuple[Profile, Contract | None]:
    """Return what is stated about the company beside its plans, the server's word if there is."""
    return _profile_of(connection, "(SELECT count(*) FROM company WHERE taken)")


def plan_seen(connection: "Connection") -> PlanSeen:
    """Return all that an edit can change, to be compared when it is saved.

    Links are left out: no edit changes those of others, and people link themselves at any time.
    """
    return PlanSeen(statements(connection)._replace(links=()), *profile_stated(connection))


def profile_entered(connection: "Connection") -> tuple[Profile, Contract | None]:
    """Return what was entered here about the company, whether it is in force or not."""
    return _profile_of(connection, "0")


def _profile_of(connection: "Connection", origin: str) -> tuple[Profile, Contract | None]:
    row = connection.exec_driver_sql(
        f"SELECT profile, contract FROM profile_statement WHERE origin={origin}"  # noqa: S608
    ).first()
    return (Profile(), None) if row is None else (read_profile(row[0]), read_contract(row[1]))


def state_profile(writing: "Writing", profile: Profile, contract: Contract | None) -> None:
    """State what is known about the company, as entered here."""
    writing.connection.exec_driver_sql(
        "INSERT OR REPLACE INTO profile_statement (origin, profile, contract) VALUES (0, ?, ?)",
        (written_profile(profile), written_contract(contract)),
    )


def licences(connection: "Connection") -> dict[int, Licence]:
    """Return which seats people sit on, by person, as entered here."""
    rows = connection.exec_driver_sql("SELECT person_id, licence FROM licence")
    return {person: Licence(licence) for person, licence in rows}


def set_licence(writing: "Writing", person: int, licence: Licence) -> None:
    """Say which seat a person sits on."""
    writing.connection.exec_driver_sql(
        "INSERT OR REPLACE INTO licence (person_id, licence) VALUES (?, ?)", (person, licence.value)
    )


def book_people(connection: "Connection") -> tuple[BookPerson, ...]:
    """Return everybody of the company by name, as its server tells owners; else nobody."""
    rows = connection.exec_driver_sql(
        "SELECT member, name, role, licence, mine FROM book_person ORDER BY name, member"
    )
    return tuple(
        BookPerson(member, name, Role(role), Licence(licence), bool(mine))
        for member, name, role, licence, mine in rows
    )
