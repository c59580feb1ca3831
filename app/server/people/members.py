"""Members of a company: listed, changed and removed by owners, of whom one always stays."""

from typing import Any

from sqlalchemy import Connection, Row, func, or_, select, update

from app.domain.company import Role
from app.domain.instant import Instant, moment
from app.server.people.audit import note
from app.server.people.caller import Caller
from app.server.people.companies import hold_as_owner
from app.server.people.devices import revoke_devices
from app.server.people.invitations import revoke_open
from app.server.refusals import Refused, not_found
from app.server.store.moments import moment_or_none
from app.server.store.revisions import begin_revision
from app.server.store.tables import invitation, member
from app.wire.people import Member, MemberChange, Members
from app.wire.refusal import Reason

_Found = Row[*tuple[Any, ...]]
_LAST = "A company needs an owner. Make somebody else an owner first."


def members_of(connection: Connection, company_id: str) -> Members:
    """Return everybody by name, those who left too."""
    query = select(member).where(member.c.company_id == company_id)
    rows = connection.execute(query.order_by(func.lower(member.c.name), member.c.id))
    return Members(members=[_shown(row) for row in rows])


def change_member(
    connection: Connection, caller: Caller, member_id: str, asked: MemberChange, now: Instant
) -> Member:
    """Change what is given of a member; Refused for the last owner's role."""
    hold_as_owner(connection, caller)
    row = _find(connection, caller, member_id)
    if row.left_us is not None:
        raise not_found()
    given = asked.model_dump(exclude_none=True)
    new = {name: value for name, value in given.items() if row._mapping[name] != value}  # noqa: SLF001 - its public name
    if not new:
        return _shown(row)
    if new.get("role") == Role.AGENT:
        _spare_last_owner(connection, row)
        _revoke_made(connection, member_id, now)
    connection.execute(update(member).where(member.c.id == member_id).values(**new))
    begin_revision(connection, caller.company, now)
    facts = {name: str(value) for name, value in new.items()}
    note(connection, now, caller, caller.company, "member.changed", member=row.name, **facts)
    return _shown(_find(connection, caller, member_id))


def remove_member(connection: Connection, caller: Caller, member_id: str, now: Instant) -> None:
    """End a membership with its devices and open invitations; Refused for the last owner."""
    hold_as_owner(connection, caller)
    row = _find(connection, caller, member_id)
    if row.left_us is not None:
        return
    if row.role == Role.OWNER:
        _spare_last_owner(connection, row)
    connection.execute(update(member).where(member.c.id == member_id).values(left_us=now))
    revoke_devices(connection, member_id, now)
    _revoke_made(connection, member_id, now)
    begin_revision(connection, caller.company, now)
    note(connection, now, caller, caller.company, "member.removed", member=row.name)


def _revoke_made(connection: Connection, member_id: str, now: Instant) -> None:
    """Take back what would let somebody in again who may no longer invite."""
    theirs = or_(invitation.c.made_by == member_id, invitation.c.member_id == member_id)
    revoke_open(connection, now, theirs)


def _spare_last_owner(connection: Connection, row: _Found) -> None:
    owners = (
        select(func.count())
        .select_from(member)
        .where(
            member.c.company_id == row.company_id,
            member.c.role == Role.OWNER,
            member.c.left_us.is_(None),
        )
    )
    if row.role == Role.OWNER and connection.execute(owners).scalar_one() == 1:
        raise Refused(409, Reason.LAST_OWNER, _LAST)


def _find(connection: Connection, caller: Caller, member_id: str) -> _Found:
    query = select(member).where(member.c.id == member_id, member.c.company_id == caller.company)
    row = connection.execute(query).first()
    if row is None:
        raise not_found()
    return row


def _shown(row: _Found) -> Member:
    return Member(
        id=row.id,
        name=row.name,
        role=row.role,
        licence=row.licence,
        joined=moment(row.joined_us),
        left=moment_or_none(row.left_us),
    )
