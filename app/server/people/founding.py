"""What is done on the server itself: a company with its first owner, and a way back in."""

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, and_, insert, or_, select, update

from app.domain.company import Licence, Role
from app.domain.instant import Instant
from app.domain.problem import Problem, UsageProblem, mark
from app.server.people.audit import note
from app.server.people.companies import hold
from app.server.people.invitations import Guest, link_of, make_invitation, revoke_open
from app.server.people.tokens import new_id
from app.server.store.database import Database
from app.server.store.revisions import begin_revision
from app.server.store.tables import company, invitation, member
from app.wire.base import Name

#: How long an invitation from the command line can be used.
DAYS = 7
_THERE = mark(
    "There is a company {name} already. For a new owner of it: talktally server invite "
    "COMPANY PERSON"
)
_NOT_THERE = mark("There is no company {name}. Make it with: talktally server company NAME")
_ALIKE = mark("Several companies are called {name}. Give the id of the one you mean: {ids}")
_SEVERAL = mark("There are several people called {name} in {company}. Rename one of them first.")
_NO_NAME = mark("{name} is no name. Write 1 to 120 characters without line breaks.")
_name = TypeAdapter[str](Name)


def found_company(database: Database, name: str, owner: str, url: str, now: Instant) -> str:
    """Make a company; return the link of its first owner. Problem when the name is taken."""
    named, person = _checked(name), _checked(owner)
    with database.writing() as connection:
        if _find(connection, named) is not None:
            raise Problem(_THERE, name=named)
        made = new_id()
        row = {"id": made, "name": named, "created_us": now, "revision": 0, "usage_revision": 0}
        connection.execute(insert(company), row)
        note(connection, now, None, made, "company.made", name=named)
        return _invited(connection, Guest(made, person, Role.OWNER, Licence.NONE), url, now)


def invite_owner(database: Database, which: str, person: str, url: str, now: Instant) -> str:
    """Return a link for an owner of a company, named or by id, when nobody has access any more.

    Somebody who is a member by that name becomes an owner again; anybody else joins as one.
    """
    named, invited = _checked(which), _checked(person)
    with database.writing() as connection:
        found = _find(connection, named)
        if found is None:
            raise Problem(_NOT_THERE, name=named)
        hold(connection, found)
        known = _members_called(connection, found, invited)
        if len(known) > 1:
            raise Problem(_SEVERAL, name=invited, company=named)
        if known:
            _make_owner(connection, found, known[0], now)
        _take_back_lost(connection, found, invited, now)
        guest = Guest(found, invited, Role.OWNER, Licence.NONE, *known)
        return _invited(connection, guest, url, now)


def _checked(name: str) -> str:
    try:
        return _name.validate_python(name)
    except ValidationError:
        raise UsageProblem(_NO_NAME, name=repr(name[:60])) from None


def _find(connection: Connection, named: str) -> str | None:
    """Find a company; Problem where owners gave several of them this name, or another's id."""
    query = select(company.c.id).where(or_(company.c.name == named, company.c.id == named))
    found = list(connection.execute(query.order_by(company.c.created_us)).scalars())
    if len(found) > 1 and named not in found:
        raise Problem(_ALIKE, name=named, ids=", ".join(found))
    return named if named in found else next(iter(found), None)


def _members_called(connection: Connection, company_id: str, name: str) -> list[str]:
    there = member.c.company_id == company_id, member.c.left_us.is_(None)
    query = select(member.c.id).where(*there, member.c.name == name)
    return list(connection.execute(query).scalars())


def _take_back_lost(connection: Connection, company_id: str, name: str, now: Instant) -> None:
    """Make a link useless that was printed here before, so that a lost one lets nobody in."""
    here = invitation.c.company_id == company_id, invitation.c.made_by.is_(None)
    revoke_open(connection, now, and_(*here, invitation.c.name == name))


def _make_owner(connection: Connection, company_id: str, member_id: str, now: Instant) -> None:
    query = select(member.c.name, member.c.role).where(member.c.id == member_id)
    row = connection.execute(query).one()
    if row.role != Role.OWNER:
        change = update(member).where(member.c.id == member_id)
        connection.execute(change.values(role=Role.OWNER))
        begin_revision(connection, company_id, now)
        note(connection, now, None, company_id, "member.changed", member=row.name, role="owner")


def _invited(connection: Connection, guest: Guest, url: str, now: Instant) -> str:
    _, code = make_invitation(connection, guest, now, DAYS, by=None)
    return link_of(url, code)
