"""Invitations: made by owners, good once and for some days; only the hash of a code is kept."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from app.domain.company import Licence, Role
from app.domain.instant import DAY, Instant, moment
from app.server.people.audit import note
from app.server.people.caller import Caller
from app.server.people.companies import hold_as_owner
from app.server.people.tokens import digest_of, new_code, new_id
from app.server.refusals import not_found
from app.server.store.moments import moment_or_none
from app.server.store.tables import invitation, member
from app.wire.people import Invitation, InvitationAsk, InvitationMade, Invitations


@dataclass(frozen=True, slots=True)
class Guest:
    """Whom an invitation is for; ``member``: somebody who is there, on another computer."""

    company: str
    name: str
    role: Role
    licence: Licence
    member: str | None = None


def invite(
    connection: Connection, caller: Caller, asked: InvitationAsk, public_url: str, now: Instant
) -> InvitationMade:
    """Make an invitation and its link, for an owner."""
    hold_as_owner(connection, caller)
    guest = _guest(connection, caller, asked)
    made, code = make_invitation(connection, guest, now, asked.days, by=caller)
    return InvitationMade(invitation=made, link=link_of(public_url, code))


def link_of(public_url: str, code: str) -> str:
    """Write an invitation's link; what stands after # is never sent to a server or a proxy."""
    return f"{public_url}/join#{code}"


def make_invitation(
    connection: Connection, guest: Guest, now: Instant, days: int, *, by: Caller | None
) -> tuple[Invitation, str]:
    """Put an invitation into the database; return it and its code, which is not kept."""
    code = new_code()
    row = {
        "id": new_id(),
        "company_id": guest.company,
        "digest": digest_of(code),
        "name": guest.name,
        "role": guest.role,
        "licence": guest.licence,
        "member_id": guest.member,
        "made_by": by.member if by else None,
        "created_us": now,
        "expires_us": now + days * DAY,
    }
    connection.execute(insert(invitation), row)
    facts = {"name": guest.name, "role": guest.role.value}
    note(connection, now, by, guest.company, "invitation.made", **facts)
    return _read(connection, str(row["id"])), code


def invitations_of(connection: Connection, company_id: str) -> Invitations:
    """Return all invitations, newest first."""
    query = select(invitation).where(invitation.c.company_id == company_id)
    rows = connection.execute(query.order_by(invitation.c.created_us.desc(), invitation.c.id))
    return Invitations(invitations=[_shown(row) for row in rows])


def revoke(connection: Connection, caller: Caller, invitation_id: str, now: Instant) -> None:
    """Make an invitation useless; one that was used or revoked stays as it is."""
    hold_as_owner(connection, caller)
    mine = invitation.c.company_id == caller.company
    query = select(invitation).where(mine, invitation.c.id == invitation_id)
    row = connection.execute(query).first()
    if row is None:
        raise not_found()
    if revoke_open(connection, now, invitation.c.id == invitation_id):
        note(connection, now, caller, caller.company, "invitation.revoked", name=row.name)


def revoke_open(connection: Connection, now: Instant, which: ColumnElement[bool]) -> int:
    """Make those invitations useless that nobody used yet; return how many there were."""
    unused = invitation.c.used_us.is_(None), invitation.c.revoked_us.is_(None)
    return connection.execute(
        update(invitation).where(which, *unused).values(revoked_us=now)
    ).rowcount


def _guest(connection: Connection, caller: Caller, asked: InvitationAsk) -> Guest:
    if asked.member is None:
        return Guest(caller.company, asked.name, asked.role, asked.licence)
    query = select(member.c.name, member.c.role, member.c.licence).where(
        member.c.id == asked.member,
        member.c.company_id == caller.company,
        member.c.left_us.is_(None),
    )
    row = connection.execute(query).first()
    if row is None:
        raise not_found()
    return Guest(caller.company, row.name, Role(row.role), Licence(row.licence), asked.member)


def _read(connection: Connection, invitation_id: str) -> Invitation:
    return _shown(
        connection.execute(select(invitation).where(invitation.c.id == invitation_id)).one()
    )


def _shown(row: Row[*tuple[Any, ...]]) -> Invitation:
    return Invitation(
        id=row.id,
        name=row.name,
        role=row.role,
        licence=row.licence,
        created=moment(row.created_us),
        expires=moment(row.expires_us),
        used=moment_or_none(row.used_us),
        revoked=moment_or_none(row.revoked_us),
    )
