"""The days of the sample: when work is done, and how much of a total falls on each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from app.domain.cycle import day_start
from app.domain.instant import MINUTE, Instant

_OPENS, _CLOSES = 8 * 60, 19 * 60
# Shares of a usual working day, in percent, Monday first: weekends are calm.
_SHARES = (95, 110, 110, 105, 85, 6, 3)
_EVEN = (80, 120)
_WHOLE = 100 * 100 * (_CLOSES - _OPENS)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as far as it has come: ``weight`` against :data:`_WHOLE`, minutes of its open hours.

    ``start``: its first instant; ``closes``: last minute of the day that may hold anything, no
    later than now. ``cut``: now lies in its open hours.
    """

    date: date
    start: Instant
    closes: int
    weight: int
    cut: bool = False

    @property
    def opens(self) -> int:
        """First minute of the day on which anybody works."""
        return _OPENS

    @property
    def minutes(self) -> int:
        """Minutes of the open hours that have passed."""
        return self.closes - _OPENS

    def usual(self, pace: int) -> int:
        """Return the units of this day where a usual working day has ``pace``."""
        return (pace * self.weight + _WHOLE // 2) // _WHOLE

    def load(self, units: int) -> int:
        """Return how many units the whole day would have at this rate."""
        return units * (_CLOSES - _OPENS) // max(1, self.minutes)


def day_of(each: date, zone: str, now: Instant, chance: Random) -> Day:
    """Make a day, cut off at now where now lies in it or before it."""
    start = day_start(each, zone)
    passed = (now - start) // MINUTE
    closes = max(_OPENS, min(_CLOSES, passed))
    share = _SHARES[each.weekday()] * chance.randint(*_EVEN)
    return Day(each, start, closes, share * (closes - _OPENS), _OPENS < passed <= _CLOSES)


def spread(total: int, among: Sequence[Day]) -> Mapping[date, int]:
    """Part a total among days by their weight, so that the parts add up to it exactly."""
    whole = sum(day.weight for day in among)
    parts: dict[date, int] = {}
    before = weight = 0
    for day in among:
        weight += day.weight
        reached = total * weight // whole if whole else 0
        parts[day.date] = reached - before
        before = reached
    return parts
