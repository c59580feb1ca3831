"""The plan book of a company as a desktop takes it up, and what other people used of its pools."""

from dataclasses import dataclass
from datetime import date

from app.domain.company import Contract, Licence, Profile, Role
from app.domain.instant import END, Instant
from app.domain.money import Money
from app.domain.plan import Line, MeterKind
from app.domain.pool import AnnualSeats, SeatStatement
from app.domain.timeline import PlanEntry


@dataclass(frozen=True, slots=True)
class BookLink:
    """Twilio Connect linked for a person, half-open; ``mine``: the person signed in here."""

    member: str
    name: str
    start: Instant
    end: Instant = END
    mine: bool = False


@dataclass(frozen=True, slots=True)
class BookPerson:
    """A person of the company."""

    member: str
    name: str
    role: Role
    licence: Licence
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """Everything a company stated; ``contract`` and ``people`` are ``None`` for agents.

    Statements that cover all history start at ``BEGINNING``. ``tag`` is the server's ETag.
    """

    tag: str
    profile: Profile
    plans: tuple[PlanEntry, ...]
    seats: tuple[SeatStatement, ...]
    annual: tuple[AnnualSeats, ...]
    links: tuple[BookLink, ...]
    contract: Contract | None = None
    people: tuple[BookPerson, ...] | None = None


@dataclass(frozen=True, slots=True)
class PooledUse:
    """One meter of one cycle over the company, as the server knows it.

    ``mine`` is what this person's own uploads hold of ``counted``. ``first`` and ``last`` are the
    local days of the cycle, the last one included. ``reporting`` of ``members`` sent counts.
    """

    line: Line
    kind: MeterKind
    first: date
    last: date
    counted: int
    outside: int
    mine: int
    reporting: int
    members: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """What one person used of a meter on one local day, as it is sent to the plan server.

    See :class:`app.wire.usage.UsageCount` for the fields.
    """

    kind: MeterKind
    day: date
    counted: int = 0
    billed: int = 0
    over: int = 0
    outside: int = 0
    second_leg: int = 0
    amounts: tuple[Money, ...] = ()
    unpriced: int = 0


@dataclass(frozen=True, slots=True)
class PersonUse:
    """One person's use of a cycle of a line, for owners; a ``DayCount`` of the whole cycle a meter.

    ``reported``: their last upload, ``None`` when they never sent any.
    """

    member: str
    name: str
    licence: Licence
    line: Line
    first: date
    last: date
    meters: tuple[DayCount, ...]
    reported: Instant | None = None
