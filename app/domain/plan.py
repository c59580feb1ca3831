"""What a plan promises: dated versions made of allowances, as plain data.

Every figure a provider may change, and every rule it leaves open, is a field here; the catalogue in
``resources/plans`` fills them with dates and sources.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MeterKind(StrEnum):
    """What a meter counts."""

    MINUTES = "minutes"
    CALLS = "calls"
    SMS = "sms_segments"
    MMS = "mms_segments"


class Line(StrEnum):
    """A plan is for calls or for texts; one of each can be in force together."""

    CALLS = "calls"
    TEXTS = "texts"


class Scope(StrEnum):
    """Whom an allowance belongs to."""

    USER = "user"
    ACCOUNT = "account"
    POOL = "pool"


class PastLimit(StrEnum):
    """What happens past an allowance."""

    BLOCKED = "blocked"
    TWILIO_CONNECT = "twilio_connect"
    BILLED = "billed"


class Counted(StrEnum):
    """Which direction draws on an allowance."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"
    BOTH = "both"


class Place(StrEnum):
    """Where rounding happens."""

    PER_LEG = "per_leg"
    PER_CALL = "per_call"


@dataclass(frozen=True, slots=True)
class Rounding:
    """Seconds billed: the first increment whole, then whole next increments."""

    place: Place = Place.PER_LEG
    first_seconds: int = 60
    next_seconds: int = 60


@dataclass(frozen=True, slots=True)
class Allowance:
    """One meter of a plan.

    ``included``: units per user, per account, or per seat where the scope is the pool.
    ``warn_at_remaining``: near limit at this many units left (calls); ``near_percent``: near at
    this share of use (pools); a zero means no such warning. ``answered_only`` matters to the count
    of calls: whether a call placed but unanswered counts.
    """

    kind: MeterKind
    scope: Scope
    included: int
    past: PastLimit
    counted: Counted = Counted.OUTBOUND
    warn_at_remaining: int = 0
    near_percent: int = 0
    answered_only: bool = False


@dataclass(frozen=True, slots=True)
class Territory:
    """Where a message allowance applies: both ends in ``regions``; other messages are `outside`.

    An empty set means everywhere, and then nothing is outside.
    """

    regions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """The rules of a plan from ``effective_from`` on, with where and when they were published."""

    effective_from: date
    published: date
    source: str
    allowances: tuple[Allowance, ...]
    rounding: Rounding = Rounding()
    legs_browser: int = 1
    legs_phone: int = 2
    segments_per_mms: int = 1
    territory: Territory = Territory()


@dataclass(frozen=True, slots=True)
class Plan:
    """A named plan; ``versions`` sorted by date, never empty, the first covering all before it.

    ``anchored``: its cycle may start on another day than the 1st (a billing anchor day).
    """

    name: str
    title: str
    provider: str
    line: Line
    versions: tuple[PlanVersion, ...]
    anchored: bool = False
