"""People of a company: sign-in by invitation, who one is, members, invitations and devices."""

from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.company import Licence, Role
from app.wire.base import Answer, Id, Moment, Name, Request

#: The secret part of an invitation's link.
Code = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9_-]{20,100}$")]


class SignIn(Request):
    """Hands an invitation's code in, once, for a token; ``device`` names the computer."""

    code: Code
    device: Name


class CompanyName(Answer):
    """A company as its members name it."""

    id: Id
    name: str


class Me(Answer):
    """Who a token belongs to."""

    member: Id
    name: str
    role: Role
    licence: Licence
    company: CompanyName


class SignedIn(Answer):
    """The token of a device: told once, kept by the server only as a hash."""

    token: str
    me: Me


class Companies(Answer):
    """The companies a token can see: the one it belongs to."""

    companies: list[CompanyName]


class InvitationAsk(Request):
    """Invites a person by name; the code can be used for ``days`` days.

    ``member``: somebody who is there already, for a further computer; what they are stays.
    """

    name: Name
    role: Role = Role.AGENT
    licence: Licence = Licence.NONE
    days: Annotated[int, Field(strict=True, ge=1, le=30)] = 7
    member: Id | None = None


class Invitation(Answer):
    """An invitation as owners see it in the list; the code itself is not kept."""

    id: Id
    name: str
    role: Role
    licence: Licence
    created: Moment
    expires: Moment
    used: Moment | None = None
    revoked: Moment | None = None


class InvitationMade(Answer):
    """A new invitation with its link, which can be shown only this once."""

    invitation: Invitation
    link: str


class Invitations(Answer):
    """All invitations, newest first."""

    invitations: list[Invitation]


class Member(Answer):
    """A person of the company; ``left`` once they were removed."""

    id: Id
    name: str
    role: Role
    licence: Licence
    joined: Moment
    left: Moment | None = None


class Members(Answer):
    """Everybody of the company, by name."""

    members: list[Member]


class MemberChange(Request):
    """Changes what is given of a member; what is ``None`` stays."""

    name: Name | None = None
    role: Role | None = None
    licence: Licence | None = None


class Device(Answer):
    """A token as owners see it: whose, on which device, last used when."""

    id: Id
    member: Id
    name: str
    device: str
    created: Moment
    last_used: Moment | None = None
    revoked: Moment | None = None


class Devices(Answer):
    """All devices that were signed in, the last used first."""

    devices: list[Device]
