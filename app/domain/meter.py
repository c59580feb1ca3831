"""What a meter shows: figures, level, cycle and forecast at one instant, and the banners over them.

These are values only; :mod:`app.domain.level`, :mod:`app.domain.banner` and
:mod:`app.domain.forecast` hold the rules that fill them.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain.beat import Beat
from app.domain.call_report import Phase
from app.domain.event import Direction
from app.domain.instant import Instant
from app.domain.money import Money
from app.domain.plan import Line, MeterKind, PastLimit, Rounding, Scope
from app.domain.receipt import Reason

_USUAL = Rounding()
_NEVER = Instant(0)


class Level(StrEnum):
    """How a meter stands; `limit in this call` is a banner, not a level."""

    NO_DATA = "no_data"
    FINE = "fine"
    AHEAD = "ahead"
    NEAR = "near"
    BLOCKED = "blocked"
    COULD_BE_BILLED = "could_be_billed"
    BILLED = "billed"


class Trust(StrEnum):
    """How far the figures can be trusted to be today's."""

    FRESH = "fresh"
    STALE = "stale"
    OFFLINE = "offline"
    SIGN_IN = "sign_in"
    DIFFERS = "differs"
    LOCAL = "local"


class BannerKind(StrEnum):
    """Banners, in the order of their priority."""

    BILLED_CALL = "billed_call"
    LIMIT_IN_CALL = "limit_in_call"
    BLOCKED = "blocked"
    COULD_BE_BILLED = "could_be_billed"
    BILLED = "billed"
    NEAR = "near"
    POOL = "pool"
    AHEAD = "ahead"
    SIGN_IN = "sign_in"
    DIFFERS = "differs"
    OFFLINE = "offline"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Cycle:
    """A half-open stretch of time [start, end) in which an allowance is used up, and its zone."""

    start: Instant
    end: Instant
    zone: str


@dataclass(frozen=True, slots=True)
class Forecast:
    """When an allowance runs out at the present pace.

    ``runs_out`` is the likely last day it lasts to, ``earliest`` and ``latest`` the likely range,
    all ``None`` when it lasts until the reset. ``safe_per_working_day``: whole units a working day
    that can be used until the reset. ``per_working_day``: the present pace, whole units.
    ``expected``: cumulative units by day from today to the end of the cycle (low, mean, high).
    """

    runs_out: date | None
    safe_per_working_day: int
    earliest: date | None = None
    latest: date | None = None
    per_working_day: int = 0
    working_days_left: int = 0
    expected: tuple[tuple[date, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Meter:
    """One allowance at one instant.

    ``used``, ``included``, ``billed``, ``outside``, ``over`` in the units of ``kind``.
    ``used`` counts what the allowance covered; a call that began inside it counts whole, so it may
    exceed ``included``. ``at_least``: others may have used more that this desktop never saw.
    ``billed_amount``: what the billed units with a known price cost, ``None`` when nothing billed
    has a price, or prices are in several currencies: then ``billed_amounts`` has a sum for each,
    and is empty otherwise. ``unpriced``: billed units without a known price. ``linked``: Twilio
    Connect is linked for the agent. ``days``: units that drew on the allowance, by local day of the
    cycle. ``near_percent``: near from this share of use on, 0 for no such warning. ``own_warning``:
    a person set when to warn, in place of the plan.
    """

    plan: str
    plan_title: str
    line: Line
    kind: MeterKind
    scope: Scope
    agent: str | None
    used: int
    included: int
    billed: int
    outside: int
    over: int
    at_least: bool
    past: PastLimit
    linked: bool
    level: Level
    cycle: Cycle
    billed_amount: Money | None = None
    unpriced: int = 0
    warn_at_remaining: int = 0
    forecast: Forecast | None = None
    days: tuple[tuple[date, int], ...] = ()
    billed_amounts: tuple[Money, ...] = ()
    near_percent: int = 0
    own_warning: bool = False

    @property
    def id(self) -> str:
        """Name of the meter in the published JSON: plan and kind."""
        return f"{self.plan}.{self.kind}"

    @property
    def remaining(self) -> int:
        """Units left, never below zero."""
        return max(0, self.included - self.used)


class Standing(NamedTuple):
    """How an allowance stood when a call began.

    ``left``: units, calls that are still open not taken off, ``None`` where nobody looked.
    ``shared``: others draw on it. ``goes_on``: past the limit it is billed and not blocked.
    ``past``: nothing was left; ``None`` where nobody looked.
    """

    left: int | None = None
    shared: bool = False
    goes_on: bool | None = None
    past: bool | None = None


@dataclass(frozen=True, slots=True)
class LiveCall:
    """A call that is open at the instant asked: what it has used so far and what a minute costs.

    ``start``: its answer, the first ring while it rings. ``minutes``: whole minutes of all its legs
    so far, 0 while it rings or where it uses none. ``rate``: price of one more minute over all
    legs, ``None`` when any leg has no dated price. ``amount``: price of the minutes so far.
    ``past``: it began when nothing was left of its minutes; ``None`` where nobody looked, and then
    what is left now decides. ``goes_on``: past the limit it is billed and not blocked.

    What measures it at any later moment (:func:`app.domain.live.measured`): ``answered``, the
    clocks at the answer; ``legs`` that count minutes, and their ``rounding``; ``left``, what was
    left of its minutes when it began, calls that are still open not taken off; ``shared``: others
    draw on the same minutes. ``of_calls``: the same where the plan counts calls. ``cycle``: when
    the cycle began that it counts in. ``draws``: the meters it counts on. ``reason``: why it uses
    no minutes. ``told``: its source tells its end, so that nobody needs to. ``seen``: when its
    source last knew of it, 0 where nobody looked again.
    """

    id: str
    agent: str
    start: Instant
    number: str
    method: str
    minutes: int
    elapsed_us: int
    rate: Money | None = None
    amount: Money | None = None
    past: bool | None = None
    goes_on: bool | None = None
    answered: Beat | None = None
    legs: int = 1
    rounding: Rounding = _USUAL
    left: int | None = None
    shared: bool = False
    draws: frozenset[MeterKind] = frozenset({MeterKind.MINUTES, MeterKind.CALLS})
    reason: Reason = Reason.NONE
    phase: Phase = Phase.TALKING
    direction: Direction = Direction.OUTBOUND
    name: str = ""
    source: str = "hook"
    told: bool = False
    seen: Instant = _NEVER
    cycle: Instant = _NEVER
    of_calls: Standing | None = None


class FirstReading(NamedTuple):
    """A connection whose first reading has not ended, so that figures may lack anything it has.

    ``name``: the connection's. ``under_way``: nothing went wrong with it so far.
    """

    name: str
    under_way: bool = True


@dataclass(frozen=True, slots=True)
class Banner:
    """One banner: which kind, over which meter, and what it speaks of, if any.

    ``call``: a live call. ``first_reading``: the reason of a banner about trust.
    """

    kind: BannerKind
    meter: Meter
    call: LiveCall | None = None
    first_reading: FirstReading | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """Everything a glance needs, at one instant; banners from highest to lowest priority.

    ``live``: calls that were answered, ``ringing``: those that were not yet, the longest open
    first. ``first_reading``: the one reason why trust is low, ``None`` where there is another.
    ``zone``: the one in which the age of the figures is told, "" for that of the plan.
    """

    as_of: Instant
    trust: Trust
    meters: tuple[Meter, ...]
    banners: tuple[Banner, ...]
    live: tuple[LiveCall, ...] = ()
    first_reading: FirstReading | None = None
    zone: str = ""
    ringing: tuple[LiveCall, ...] = ()

    def age_zone(self, meter: Meter) -> str:
        """Return the zone in which the age of a meter's figures is told."""
        return self.zone or meter.cycle.zone

    @property
    def several(self) -> bool:
        """Whether meters of more than one person stand here, so that each must be named."""
        return len({meter.agent for meter in self.meters if meter.agent}) > 1

    def key(self, meter: Meter) -> str:
        """Return what tells a meter from all others here: its id, and whose it is if need be."""
        return f"{meter.id} {meter.agent}" if self.several and meter.agent else meter.id
