"""People of a company, invitations and devices as lines for a person and as JSON for programs."""

from app.assembly import Workplace
from app.commands import shapes
from app.domain.access import Device, Invitation, Member
from app.domain.instant import Instant
from app.wording.company import licence_text, role_text
from app.wording.sizes import when


def member_document(member: Member) -> dict[str, object]:
    """Write a member for programs."""
    return {
        "id": member.id,
        "name": member.name,
        "role": member.role.value,
        "licence": member.licence.value,
        "joined": shapes.at(member.joined),
        "left": shapes.at(member.left),
    }


def invitation_document(invitation: Invitation) -> dict[str, object]:
    """Write an invitation for programs."""
    return {
        "id": invitation.id,
        "name": invitation.name,
        "role": invitation.role.value,
        "licence": invitation.licence.value,
        "created": shapes.at(invitation.created),
        "expires": shapes.at(invitation.expires),
        "used": shapes.at(invitation.used),
        "revoked": shapes.at(invitation.revoked),
    }


def device_document(device: Device) -> dict[str, object]:
    """Write a device for programs."""
    return {
        "id": device.id,
        "member": device.member,
        "name": device.name,
        "device": device.device,
        "created": shapes.at(device.created),
        "last_used": shapes.at(device.last_used),
        "revoked": shapes.at(device.revoked),
    }


def member_line(member: Member, workplace: Workplace) -> str:
    """Write "Lea: agent, committed seat"."""
    words = workplace.words
    parts = [role_text(words, member.role), licence_text(words, member.licence)]
    if member.left is not None:
        parts.append(words.say("removed"))
    return f"{member.name}: {', '.join(parts)}  {member.id}"


def invitation_line(invitation: Invitation, workplace: Workplace) -> str:
    """Write "Lea: agent, until 28 Nov 14:05"."""
    words = workplace.words
    state = _state(invitation, workplace)
    return f"{invitation.name}: {role_text(words, invitation.role)}, {state}  {invitation.id}"


def device_line(device: Device, workplace: Workplace) -> str:
    """Write "Lea, desk: last used 21 Nov 14:05"."""
    words = workplace.words
    if device.revoked is not None:
        state = words.say("signed out {when}", when=_when(device.revoked, workplace))
    elif device.last_used is None:
        state = words.say("never used")
    else:
        state = words.say("last used {when}", when=_when(device.last_used, workplace))
    return f"{device.name}, {device.device}: {state}  {device.id}"


def _state(invitation: Invitation, workplace: Workplace) -> str:
    say = workplace.words.say
    if invitation.used is not None:
        return say("used {when}", when=_when(invitation.used, workplace))
    if invitation.revoked is not None:
        return say("withdrawn {when}", when=_when(invitation.revoked, workplace))
    if invitation.expires <= workplace.clock.now():
        return say("expired {when}", when=_when(invitation.expires, workplace))
    return say("good until {when}", when=_when(invitation.expires, workplace))


def _when(at: Instant, workplace: Workplace) -> str:
    return when(workplace.words, at, workplace.zone())
