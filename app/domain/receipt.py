"""The receipt of one entry: what was counted, by which dated rule, and what became of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.call_report import Guess
from app.domain.event import Call, Fact, Source
from app.domain.instant import Instant
from app.domain.money import Money
from app.domain.plan import MeterKind, Rounding
from app.domain.price import PriceRow
from app.domain.twins import State


class Outcome(StrEnum):
    """What became of an entry; of several meters the dearest outcome is told."""

    INCLUDED = "included"
    BILLED = "billed"
    OUTSIDE = "outside"
    OVER = "over"
    NOT_COUNTED = "not_counted"


class Reason(StrEnum):
    """Why an entry is not counted, outside, or counted differently from its record."""

    NONE = ""
    INBOUND = "inbound"
    OUTBOUND = "outbound"
    UNANSWERED = "unanswered"
    OTHER_APP = "other_app"
    OTHER_PLAN = "other_plan"
    NO_PLAN = "no_plan"
    SENT_ELSEWHERE = "sent_elsewhere"
    PAST_ALREADY = "past_already"
    SAME_CALL = "same_call"


@dataclass(frozen=True, slots=True)
class Rule:
    """The dated rule an entry was counted by."""

    plan: str
    plan_title: str
    effective_from: date
    published: date
    source: str
    rounding: Rounding


@dataclass(frozen=True, slots=True)
class Other:
    """Another source's record of the same call, or one that a person said is another call.

    ``id`` is its entry's. ``kept``: it is the one that counts, and this one is its copy.
    ``decided``: a person said of just these two that they are one call, or two. ``guessed``: it was
    seen live, and nobody heard its end. ``minutes``: what it would count by itself.
    """

    id: str
    call: Call
    state: State
    kept: bool = False
    decided: bool = False
    guessed: bool = False
    minutes: int = 0

    @property
    def source(self) -> Source:
        """Whose record it is."""
        return self.call.source

    @property
    def external_id(self) -> str:
        """The id that its source gave it."""
        return self.call.external_id

    @property
    def start(self) -> Instant:
        """When its source says that the call began."""
        return self.call.start

    @property
    def talk_us(self) -> int:
        """How long its source says that the call was, in microseconds."""
        return self.call.talk_us


@dataclass(frozen=True, slots=True)
class Receipt:
    """One entry explained.

    ``quantity`` in units of ``kind`` (billed minutes or segments); ``legs``: minutes of each leg,
    empty for texts. ``billed_units``: the part past the allowance (a text may be split; a call is
    past it wholly or not at all). ``before`` and ``after``: units left of the allowance around this
    entry, ``None`` where no allowance is drawn on. ``region``: ISO-2 of the far end, "" unknown.
    ``legs_reported``: the source gave the legs, the plan's rule did not make them. ``zone``: the
    zone of the cycle, ``cycle_start`` its first local day. ``others``: what other sources report of
    the same call. ``mine``: it is mine, and I have a name. ``behind_connect``: its account is the
    one behind Twilio Connect. ``prices``: the rows that what it costs was worked out by, none
    where its own record names that, and wherever ``before`` and ``after`` are not asked for.
    ``guess``: why the end of the call is an estimate, ``None`` where its end was told.
    """

    id: str
    fact: Fact
    agent: str
    kind: MeterKind | None
    quantity: int
    legs: tuple[int, ...]
    outcome: Outcome
    reason: Reason = Reason.NONE
    rule: Rule | None = None
    billed_units: int = 0
    before: int | None = None
    after: int | None = None
    amount: Money | None = None
    region: str = ""
    legs_reported: bool = False
    zone: str = "UTC"
    cycle_start: date | None = None
    others: tuple[Other, ...] = ()
    mine: bool = False
    behind_connect: bool = False
    prices: tuple[PriceRow, ...] = ()
    guess: Guess | None = None
