"""What the plan page is made of, whether the plan was entered here or comes from a plan server."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.company import Contract, Licence, Profile, Role
from app.domain.instant import Instant
from app.domain.meter import Cycle, FirstReading, Level, Meter, Trust
from app.domain.money import Money
from app.domain.plan import Line, MeterKind
from app.domain.pool import SeatCount
from app.domain.problem import Problem
from app.domain.timeline import Terms


class Origin(StrEnum):
    """Where the plan in force was stated."""

    LOCAL = "local"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class PlanInForce:
    """The plan of a line: its terms, its running cycle and its meters (mine where per user)."""

    terms: Terms
    cycle: Cycle
    meters: tuple[Meter, ...]


@dataclass(frozen=True, slots=True)
class LicenceLine:
    """One kind of seat: how many, how many of them nobody sits on, and what they bring.

    ``unused`` is ``None`` where nobody said who sits where. ``until``: last paid day of annual
    seats. ``shares``: units brought into the pool by meter kind, 0 for seats without the bundle.
    """

    licence: Licence
    seats: int
    shares: tuple[tuple[MeterKind, int], ...]
    unused: int | None = None
    until: date | None = None
    with_bundle: bool = True


@dataclass(frozen=True, slots=True)
class PoolSum:
    """The pool as a sum: its lines add up to ``totals``; ``per_seat``: the share of one seat.

    ``assumed``: nobody stated seats, so one committed seat is taken.
    """

    cycle: Cycle
    lines: tuple[LicenceLine, ...]
    per_seat: tuple[tuple[MeterKind, int], ...]
    totals: tuple[tuple[MeterKind, int], ...]
    seats: SeatCount
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class PersonConnect:
    """Twilio Connect of one person: since when linked, and what the cycle's billed calls came to.

    ``second_leg``: how many of ``minutes`` are those of second legs. ``amounts``: one per currency.
    ``start`` is ``None`` for somebody who is not linked; ``BEGINNING`` for all history.
    """

    name: str
    start: Instant | None
    minutes: int
    second_leg: int
    amounts: tuple[Money, ...] = ()
    unpriced: int = 0
    mine: bool = False


@dataclass(frozen=True, slots=True)
class ConnectSum:
    """The Twilio Connect section: how many are linked, and the cycle's extra minutes and amount.

    For an agent ``persons`` holds only themselves and ``people`` is 1.
    """

    linked: int
    people: int
    minutes: int
    second_leg: int
    amounts: tuple[Money, ...]
    unpriced: int
    persons: tuple[PersonConnect, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the company in the running cycles.

    ``name`` is "" for a seat nobody sits on. Figures are ``None`` where nothing is known of the
    person, never 0. ``minutes`` are those the allowance covered; ``billed`` and ``over`` come on
    top of them. ``sms`` and ``mms``: all segments that drew on the pool. ``level``: of their
    minutes. ``reported``: their last upload, ``None`` on one desktop without a server.
    """

    name: str
    licence: Licence
    role: Role | None = None
    minutes: int | None = None
    included: int = 0
    billed: int = 0
    over: int = 0
    sms: int | None = None
    mms: int | None = None
    linked: bool = False
    level: Level = Level.NO_DATA
    reported: Instant | None = None
    mine: bool = False
    member: str = ""


class Happened(StrEnum):
    """What a line of the history says."""

    PLAN = "plan"
    SEATS = "seats"
    ANNUAL = "annual"
    LINKED = "linked"
    UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One statement, newest first; ``start`` ``BEGINNING``: it covers all history too.

    Of ``plan`` the title and line are told, of ``seats`` the numbers, of ``link`` the person.
    """

    happened: Happened
    start: Instant
    zone: str
    title: str = ""
    line: Line | None = None
    committed: int = 0
    additional: int = 0
    without_bundle: int = 0
    annual: int = 0
    until: date | None = None
    person: str = ""
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class MeterMove:
    """What a change of plan did to one of my meters: units included and left, before and after."""

    kind: MeterKind
    included_before: int | None
    included_after: int | None
    remaining_before: int | None
    remaining_after: int | None


@dataclass(frozen=True, slots=True)
class PlanNews:
    """A change that came from the company's server and was not put away yet.

    ``title`` is the plan in force after it, ``before`` the one before it ("" for none);
    both the same where only seats or numbers changed. ``start``: when it applies from.
    """

    id: int
    line: Line
    title: str
    before: str
    start: Instant
    zone: str
    told: Instant
    moves: tuple[MeterMove, ...]


@dataclass(frozen=True, slots=True)
class Connected:
    """The plan server this desktop is signed in at. ``synced``: last good round, ``None`` if none.

    ``kept_for_run``: the keyring could not keep the token, so it is gone when the program ends.
    ``trouble``: the last round's problem as :class:`app.domain.problem.Problem` words, "" for none;
    ``problem``: the same to be said in the person's language.
    """

    server: str
    company: str
    member: str
    role: Role
    synced: Instant | None = None
    trouble: str = ""
    kept_for_run: bool = False
    waiting: int = 0
    problem: Problem | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The whole page. An agent's page has no ``contract``, no ``people`` and only their own links.

    ``people`` is empty, too, where no plan is in force. ``no_server``: works alone on one desktop.
    """

    as_of: Instant
    trust: Trust
    origin: Origin
    role: Role
    profile: Profile
    plans: tuple[PlanInForce, ...]
    pool: PoolSum | None
    connect: ConnectSum | None
    contract: Contract | None
    people: tuple[PersonRow, ...]
    history: tuple[HistoryLine, ...]
    news: tuple[PlanNews, ...] = ()
    connected: Connected | None = None
    first_reading: FirstReading | None = None
