"""The company whose plan server this ledger is signed in at, and how the last round went.

The token is not here: it lies in the keyring, or in memory for one run.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.company import Role
from app.domain.instant import Instant
from app.domain.problem import Problem
from app.ledger.company.outgoing import forget_sent
from app.ledger.company.rounds import read_trouble, written_trouble
from app.ledger.ledger_key import ledger_id_of
from app.ledger.plans import name_me
from app.ledger.restating import restated

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.ledger.ledger import Writing

# What --agent understands besides names.
_RESERVED = {"all", "me"}
_COLUMNS = (
    "SELECT server, company_id, company, member_id, member, role, ledger_id, plan_tag, pool_tag, "
    "people_tag, synced_us, tried_us, trouble, kept_for_run FROM company"
)
_OF_THE_SERVER = ("plan_entry", "seats", "annual_seats", "link", "profile_statement")
_OF_THE_COMPANY = ("company", "book_person", "pooled_use", "person_use", "plan_news")


@dataclass(frozen=True, slots=True)
class SignedInAs:
    """Whom a plan server signed in; the ids are its own."""

    server: str
    company_id: str
    company: str
    member_id: str
    member: str
    role: Role


@dataclass(frozen=True, slots=True)
class CompanyState:
    """Where this ledger is signed in, as whom, and how fresh what it holds is.

    ``ledger_id``: what the server knows this ledger by, the same when it joins again. The tags
    are the server's, "" before the first answer. ``synced``: the last good round, ``tried``: the
    last one. ``kept_for_run``: the token is in no keyring and gone when the program ends.
    """

    server: str
    company_id: str
    company: str
    member_id: str
    member: str
    role: Role
    ledger_id: str
    plan_tag: str
    pool_tag: str
    people_tag: str
    synced: Instant | None
    tried: Instant | None
    trouble: Problem | None
    kept_for_run: bool


def company_of(connection: "Connection") -> CompanyState | None:
    """Return where this ledger is signed in, ``None`` where the plan was entered here."""
    row = connection.exec_driver_sql(_COLUMNS).first()
    if row is None:
        return None
    *who, role, ledger_id, plan, pool, people, synced, tried, trouble, kept = tuple(row)
    server, company_id, company, member_id, member = who
    return CompanyState(
        server, company_id, company, member_id, member, Role(role), ledger_id, plan, pool, people,
        _instant(synced), _instant(tried), read_trouble(trouble), bool(kept),
    )  # fmt: skip


def join(writing: "Writing", who: SignedInAs, *, kept_for_run: bool) -> None:
    """Note that this ledger is signed in; another company it was signed in at is left.

    The plan entered here holds until the first plan book comes; who signs in again as before goes
    on with the last one. Where "me" has no name, I get the member's.
    """
    connection = writing.connection
    before = company_of(connection)
    if before is not None and _same_member(before, who):
        connection.exec_driver_sql(
            "UPDATE company SET company=?, member=?, role=?, kept_for_run=?, trouble=''",
            (who.company, who.member, who.role.value, int(kept_for_run)),
        )
    else:
        leave(writing)
        connection.exec_driver_sql(
            "INSERT INTO company (id, server, company_id, company, member_id, member, role, "
            "ledger_id, kept_for_run) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                who.server, who.company_id, who.company, who.member_id, who.member,
                who.role.value, ledger_id_of(connection, who.company_id, who.member_id),
                int(kept_for_run),
            ),
        )  # fmt: skip
    _name_me_after(writing, who.member)


def _same_member(state: CompanyState, who: SignedInAs) -> bool:
    known = (state.server, state.company_id, state.member_id)
    return known == (who.server, who.company_id, who.member_id)


def _name_me_after(writing: "Writing", member: str) -> None:
    if writing.register.people.named_me() or member.strip().casefold() in _RESERVED:
        return
    others_change = name_me(writing, member)
    writing.register.refresh_people(writing.connection)
    if others_change:
        writing.change_rules()


def leave(writing: "Writing") -> None:
    """Forget the company and all its server said; the plan entered here holds again.

    Who joins it again goes on as the same ledger, and everything is compared and sent anew.
    """
    connection = writing.connection
    if company_of(connection) is None:
        return
    with restated(writing):
        for table in _OF_THE_SERVER:
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE origin=1")  # noqa: S608
        for table in _OF_THE_COMPANY:
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - our own names
        forget_sent(connection)


def note_round(
    writing: "Writing", at: Instant, *, trouble: Problem | None, role: Role | None = None
) -> None:
    """Note how a round with the server went; ``role``: mine as the server says it now."""
    connection = writing.connection
    connection.exec_driver_sql(
        "UPDATE company SET tried_us=?, trouble=?", (at, written_trouble(trouble))
    )
    if trouble is None:
        connection.exec_driver_sql("UPDATE company SET synced_us=?", (at,))
    if role is not None:
        connection.exec_driver_sql("UPDATE company SET role=?", (role.value,))


def _instant(found: int | None) -> Instant | None:
    return None if found is None else Instant(found)
