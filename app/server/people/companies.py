"""The row of a company: what changes of its plan book and people wait for, and count up."""

from sqlalchemy import Connection, select

from app.domain.company import Role
from app.server.people.caller import Caller
from app.server.refusals import Refused
from app.server.store.tables import company, member
from app.wire.refusal import Reason


def hold(connection: Connection, company_id: str) -> int:
    """Let no other change of this company begin until this one ends; return its revision.

    Whoever locks other rows of a company holds the company first, so that nobody waits in a circle.
    """
    query = select(company.c.revision).where(company.c.id == company_id).with_for_update()
    return int(connection.execute(query).scalar_one())


def hold_as_owner(connection: Connection, caller: Caller) -> int:
    """Hold the company of an owner; Refused when they ceased to be one while they waited."""
    revision = hold(connection, caller.company)
    query = select(member.c.role).where(member.c.id == caller.member, member.c.left_us.is_(None))
    if connection.execute(query).scalar() != Role.OWNER:
        raise Refused(403, Reason.FORBIDDEN, "Only owners can do this.")
    return revision
