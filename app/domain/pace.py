"""Pace: how much somebody uses on each day of the week, learned from their own last weeks.

All amounts inside are whole millionths of a unit, so that no float decides a date.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

#: One unit (a minute, a call, a segment) in the millionths a pace is kept in.
UNIT = 1_000_000
_WEEKS = timedelta(weeks=8)
# How many days of the general mean are mixed in where there are few days of one's own: a weekday
# has at most eight of them, a cycle about twenty.
_WEEKDAY_PRIOR = 2
_CYCLE_PRIOR = 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Which days are worked: ``weekdays`` (Monday is 0) that are no ``holidays``."""

    holidays: frozenset[date] = frozenset()
    weekdays: frozenset[int] = frozenset(range(5))

    def holds(self, day: date) -> bool:
        """Tell whether a day is worked."""
        return day.weekday() in self.weekdays and day not in self.holidays

    def between(self, first: date, last: date) -> int:
        """Count the working days from ``first`` to ``last``, both included."""
        return sum(map(self.holds, days(first, last)))


@dataclass(frozen=True, slots=True)
class Pace:
    """What is expected of a day, in millionths of a unit.

    ``by_weekday``: for each day of the week, Monday first; ``mean``: of a working day;
    ``variance``: of a working day, in millionths squared; ``samples``: working days learned from.
    """

    by_weekday: tuple[int, ...]
    mean: int
    variance: int
    samples: int


def days(first: date, last: date) -> Iterator[date]:
    """Yield the days from ``first`` to ``last``, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def pace_of(
    *, today: date, cycle_start: date, history: Mapping[date, int], working: WorkingDays
) -> Pace:
    """Learn the pace from up to eight weeks of ``history`` (units by local day, none means 0).

    The shape of the week comes from all of it, its height mostly from this cycle. Days before the
    first one recorded and before the cycle are unknown, holidays tell nothing, and today is not
    over: it counts only once it is above the mean.
    """
    known = [day for day in history if day <= today]
    first = max(min(known, default=cycle_start), today - _WEEKS)
    past = [day for day in days(min(first, cycle_start), today) if day not in working.holidays]
    worked = _whole_days([day for day in past if working.holds(day)], today, history)
    free = _whole_days([day for day in past if not working.holds(day)], today, history)
    mean = _mean(worked)
    profile = _profile(worked, mean)
    height = _height({day: worked[day] for day in worked if day >= cycle_start}, mean)
    weekends = _profile(free, _mean(free))
    by_weekday = tuple(
        (profile[at] * height // mean if mean else 0) if at in working.weekdays else weekends[at]
        for at in range(7)
    )
    return Pace(by_weekday, height, _variance(worked, profile, mean), len(worked))


def _whole_days(past: list[date], today: date, history: Mapping[date, int]) -> dict[date, int]:
    found = {day: history.get(day, 0) for day in past}
    so_far = found.pop(today, 0)
    if so_far and so_far * len(found) >= sum(found.values()):
        found[today] = so_far
    return found


def _mean(units: Mapping[date, int]) -> int:
    return sum(units.values()) * UNIT // len(units) if units else 0


def _profile(units: Mapping[date, int], mean: int) -> list[int]:
    sums, counts = [mean * _WEEKDAY_PRIOR] * 7, [_WEEKDAY_PRIOR] * 7
    for day, used in units.items():
        sums[day.weekday()] += used * UNIT
        counts[day.weekday()] += 1
    return [total // count for total, count in zip(sums, counts, strict=True)]


def _height(units: Mapping[date, int], mean: int) -> int:
    return (sum(units.values()) * UNIT + mean * _CYCLE_PRIOR) // (len(units) + _CYCLE_PRIOR)


def _variance(units: Mapping[date, int], profile: list[int], mean: int) -> int:
    """Return the variance around the profile, with one day in it that is off by a whole mean."""
    squares = sum((used * UNIT - profile[day.weekday()]) ** 2 for day, used in units.items())
    return (squares + mean * mean) // len(units) if units else 0
