"""Who may use a company's plan server: its members, invitations, devices, and what was changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.company import Licence, Role
from app.domain.instant import Instant


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the company; ``left`` once they were removed."""

    id: str
    name: str
    role: Role
    licence: Licence
    joined: Instant
    left: Instant | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation without its link, which nobody can show again."""

    id: str
    name: str
    role: Role
    licence: Licence
    created: Instant
    expires: Instant
    used: Instant | None = None
    revoked: Instant | None = None


@dataclass(frozen=True, slots=True)
class Device:
    """A computer that was signed in by the member ``name``."""

    id: str
    member: str
    name: str
    device: str
    created: Instant
    last_used: Instant | None = None
    revoked: Instant | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """Everybody who may or might use the server, with those who no longer may."""

    members: tuple[Member, ...]
    invitations: tuple[Invitation, ...]
    devices: tuple[Device, ...]


@dataclass(frozen=True, slots=True)
class Guest:
    """Who is invited; ``member``: the id of somebody who is there, for another computer of theirs.

    Such a person stays what they are, whatever ``role`` and ``licence`` say.
    """

    name: str
    role: Role = Role.AGENT
    licence: Licence = Licence.NONE
    member: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A new invitation: its link can be shown only this once."""

    invitation: Invitation
    link: str

    @property
    def expires(self) -> Instant:
        """When the link stops working."""
        return self.invitation.expires


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One change: when, by whom ("" for the server's own commands), what, and a few plain facts."""

    at: Instant
    by: str
    what: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Audit:
    """Changes, newest first; ``more`` is handed on as ``before`` for the next page, if any."""

    lines: tuple[AuditLine, ...]
    more: int | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this computer is to a plan server: a member of a company."""

    member: str
    name: str
    role: Role
    licence: Licence
    company_id: str
    company: str
