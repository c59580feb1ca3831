"""What the sample is to end in: the scenarios, and the figures they aim at on a given day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.cycle import cycle_at, local_day
from app.domain.instant import Instant
from app.domain.pace import WorkingDays
from app.sample.chance import stream

#: Day of the month on which the cycle of the messages starts.
ANCHOR_DAY = 14
#: What the plans of the sample hold; the tests hold these against the catalogue.
INCLUDED_MINUTES, POOL_SMS, POOL_MMS = 2_000, 1_250, 250
#: Seats that make up the pool.
COMMITTED_SEATS, ADDITIONAL_SEATS = 3, 2

_HISTORY = timedelta(weeks=7)
_ENOUGH_WORKING_DAYS = 3
_WEEK = WorkingDays()


class Scenario(StrEnum):
    """How the month stands: near the limit, past it and billed, or with plenty left."""

    NEAR = "near"
    BILLED = "billed"
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class Span:
    """The days of calls or texts: ``first`` of the history, first of the ``cycle``, and today."""

    first: date
    cycle: date
    today: date

    @property
    def lively(self) -> bool:
        """Tell whether enough whole working days have passed to use most of an allowance."""
        return _WEEK.between(self.cycle, self.today - timedelta(days=1)) >= _ENOUGH_WORKING_DAYS


@dataclass(frozen=True, slots=True)
class Aims:
    """The units to be used in the running cycles, ``None`` for whatever a usual pace gives.

    ``minutes`` are mine, ``billed`` of them past the allowance; ``sms`` and ``mms`` the team's.
    """

    scenario: Scenario
    calls: Span
    texts: Span
    minutes: int | None = None
    billed: int = 0
    sms: int | None = None
    mms: int | None = None


def aims_of(scenario: Scenario, now: Instant, zone: str, seed: int) -> Aims:
    """Choose the figures; while a cycle is young it is calm, whatever was asked for.

    ``scenario`` of the result is the one that the minutes can really show.
    """
    calls, texts = _span(now, zone, 1), _span(now, zone, ANCHOR_DAY)
    chance = stream(seed, "aims")
    left, billed = chance.randint(48, 92), chance.randint(31, 44)
    sms, mms = chance.randint(86, 95) * POOL_SMS // 100, chance.randint(36, 39)
    calm = scenario is Scenario.CALM
    pooled = (None, None) if calm or not texts.lively else (sms, mms)
    if calm or not calls.lively:
        return Aims(Scenario.CALM, calls, texts, None, 0, *pooled)
    if scenario is Scenario.BILLED:
        return Aims(scenario, calls, texts, INCLUDED_MINUTES + billed, billed, *pooled)
    return Aims(scenario, calls, texts, INCLUDED_MINUTES - left, 0, *pooled)


def _span(now: Instant, zone: str, anchor_day: int) -> Span:
    month = local_day(cycle_at(now, zone=zone).start, zone)
    start = local_day(cycle_at(now, zone=zone, anchor_day=anchor_day).start, zone)
    return Span(month - _HISTORY, start, local_day(now, zone))
