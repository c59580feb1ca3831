"""Twilio Connect marked as linked for a person: by owners for anybody, by agents for themselves."""

from sqlalchemy import Connection, insert, select

from app.domain.company import Role
from app.domain.instant import Instant, iso
from app.server.book.convert import instant_or
from app.server.book.links import LinkStated, stretches
from app.server.book.tables import link_statement
from app.server.people.audit import note
from app.server.people.caller import Caller
from app.server.refusals import Refused, not_found
from app.server.store.tables import member
from app.wire.plan import StateLink
from app.wire.refusal import Reason


def state_link(
    connection: Connection, caller: Caller, asked: StateLink, now: Instant, *, member_id: str
) -> bool:
    """State that a person is linked, or no longer, until the next statement about them.

    Returns whether that changes when they are linked; else nothing is written.

    Raises:
        Refused: an agent speaks of somebody else, whether there is such a person or not, or there
            is nobody of this id.
    """
    if caller.role is not Role.OWNER and caller.member != member_id:
        raise Refused(403, Reason.FORBIDDEN, "Only owners can say this of somebody else.")
    name = _name(connection, caller, member_id)
    start = instant_or(asked.since, now)
    stated = _stated(connection, caller, member_id)
    new = LinkStated(member_id, "", start, asked.linked)
    if stretches([*stated, new]) == stretches(stated):
        return False
    values = {
        "company_id": caller.company,
        "member_id": member_id,
        "start_us": start,
        "linked": asked.linked,
        "recorded_us": now,
    }
    connection.execute(insert(link_statement), values)
    what = "linked" if asked.linked else "unlinked"
    note(connection, now, caller, caller.company, what, person=name, start=iso(start))
    return True


def _stated(connection: Connection, caller: Caller, member_id: str) -> list[LinkStated]:
    columns = link_statement.c
    query = (
        select(columns.start_us, columns.linked)
        .where(columns.company_id == caller.company, columns.member_id == member_id)
        .order_by(columns.number)
    )
    rows = connection.execute(query)
    return [LinkStated(member_id, "", Instant(start), linked) for start, linked in rows]


def _name(connection: Connection, caller: Caller, member_id: str) -> str:
    mine = (
        select(member.c.name)
        .where(member.c.id == member_id, member.c.company_id == caller.company)
        .where(member.c.left_us.is_(None))
    )
    name: str | None = connection.execute(mine).scalar()
    if name is None:
        raise not_found()
    return name
