"""What a plan server says, as values of the domain."""

from datetime import datetime

from app.domain.access import (
    Access,
    Audit,
    AuditLine,
    Device,
    Identity,
    Invitation,
    Made,
    Member,
)
from app.domain.instant import Instant, instant
from app.wire import people, refusal


def identity(me: people.Me) -> Identity:
    """Read who this computer is."""
    return Identity(me.member, me.name, me.role, me.licence, me.company.id, me.company.name)


def access(
    members: people.Members, invitations: people.Invitations, devices: people.Devices
) -> Access:
    """Read who may use the server."""
    return Access(
        tuple(map(member, members.members)),
        tuple(map(invitation, invitations.invitations)),
        tuple(map(_device, devices.devices)),
    )


def member(said: people.Member) -> Member:
    """Read a member."""
    joined, left = instant(said.joined), _instant(said.left)
    return Member(said.id, said.name, said.role, said.licence, joined, left)


def invitation(said: people.Invitation) -> Invitation:
    """Read an invitation."""
    return Invitation(
        id=said.id,
        name=said.name,
        role=said.role,
        licence=said.licence,
        created=instant(said.created),
        expires=instant(said.expires),
        used=_instant(said.used),
        revoked=_instant(said.revoked),
    )


def made(said: people.InvitationMade) -> Made:
    """Read a new invitation with its link."""
    return Made(invitation(said.invitation), said.link)


def audit(said: refusal.Audit) -> Audit:
    """Read a page of changes."""
    lines = (AuditLine(instant(line.at), line.by, line.what, line.facts) for line in said.lines)
    return Audit(tuple(lines), said.more)


def _device(said: people.Device) -> Device:
    return Device(
        id=said.id,
        member=said.member,
        name=said.name,
        device=said.device,
        created=instant(said.created),
        last_used=_instant(said.last_used),
        revoked=_instant(said.revoked),
    )


def _instant(at: datetime | None) -> Instant | None:
    return None if at is None else instant(at)
