"""People of a company, invitations and devices as lines for a person and as JSON for programs."""

from app.assembly import Workplace
from app.commands import shapes
from app.domain.access import Device, Invitation, Member
from app.domain.instant import Instant
from app.wording.company import licence_text, role_text
from app.wording.sizes import when
from app.wording.words import Words

# As much of an id as tells one of a company's from all others.
_SHORT = 8


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


def member_line(member: Member, workplace: Workplace, *, namesake: bool = False) -> str:
    """Write "Lea: agent, committed seat"; with the id for one of several of that name."""
    words = workplace.words
    parts = [role_text(words, member.role), licence_text(words, member.licence)]
    if member.left is not None:
        parts.append(words.say("removed"))
    elif namesake:
        parts.append(_id(words, member.id))
    return f"{member.name}: {', '.join(parts)}"


def invitation_line(invitation: Invitation, workplace: Workplace) -> str:
    """Write "Lea: agent, good until 28 Nov 2026, 14:05"; with its id while it is good."""
    words, now = workplace.words, workplace.clock.now()
    line = (
        f"{invitation.name}: {role_text(words, invitation.role)}, {_state(invitation, workplace)}"
    )
    if is_open(invitation, now):
        return f"{line}, {_id(words, invitation.id[:_SHORT])}"
    return line


def device_line(device: Device, workplace: Workplace) -> str:
    """Write "Lea, desk: last used 21 Nov 2026, 14:05"; with its id while it is signed in."""
    words, whose = workplace.words, f"{device.name}, {device.device}"
    if device.revoked is not None:
        state = words.say("signed out {when}", when=_when(device.revoked, workplace))
        return f"{whose}: {state}"
    if device.last_used is None:
        state = words.say("never used")
    else:
        state = words.say("last used {when}", when=_when(device.last_used, workplace))
    return f"{whose}: {state}, {_id(words, device.id[:_SHORT])}"


def is_open(invitation: Invitation, now: Instant) -> bool:
    """Tell whether somebody can still join with an invitation."""
    return invitation.used is None and invitation.revoked is None and now < invitation.expires


def _id(words: Words, text: str) -> str:
    return words.say("id {id}", id=text)


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
