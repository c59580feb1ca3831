"""A company and its people as plain values: roles, licences, billing address and contract."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.money import Money


class Role(StrEnum):
    """Owners see and change everything; agents see the plan and their own use."""

    OWNER = "owner"
    AGENT = "agent"


class Licence(StrEnum):
    """Which seat a person sits on."""

    COMMITTED = "committed"
    ADDITIONAL = "additional"
    ANNUAL = "annual"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Address:
    """A billing address; it decides which bundle applies. "" where a part is not known.

    ``country``: ISO 3166-1 alpha-2.
    """

    country: str
    city: str = ""
    state: str = ""
    street: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What everybody of a company may know of it beside the plans.

    ``destinations``: countries whose calls are included (ISO 3166-1 alpha-2). ``bundle``: whether
    the US/CA messaging bundle is among them, ``None`` when nobody said.
    """

    name: str = ""
    address: Address | None = None
    destinations: tuple[str, ...] = ()
    bundle: bool | None = None
    renews: date | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    """What the company agreed to pay, for owners only: per seat and month, and per segment."""

    committed: Money | None = None
    additional: Money | None = None
    annual: Money | None = None
    sms_segment: Money | None = None
    mms_segment: Money | None = None
    note: str = ""
