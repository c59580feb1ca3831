"""The forecast: whether an allowance lasts at the present pace, and what a day may use."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import isqrt
from typing import NamedTuple

from app.domain.meter import Forecast
from app.domain.pace import UNIT, Pace, WorkingDays, days, pace_of

_FEWEST_WORKING_DAYS = 3
_SILENT_SHARE = 10  # the tenth part of a cycle
# Four of five cycles end inside the range: 1.28 standard deviations to either side.
_SPREAD_PERCENT = 128
_EVERY_WEEK = WorkingDays()


class _Use(NamedTuple):
    """Units expected from now to the end of a day, in millionths."""

    day: date
    low: int
    mean: int
    high: int


def forecast(
    *,
    today: date,
    cycle_days: tuple[date, date],
    used: int,
    remaining: int,
    history: Mapping[date, int],
    working: WorkingDays = _EVERY_WEEK,
) -> Forecast | None:
    """Return the forecast of a meter, ``None`` while nothing is used or too little is known.

    ``cycle_days``: first and last local day of the cycle. ``history``: units by local day of up to
    eight weeks, this cycle and today included. Three whole working days of the cycle, or the tenth
    part of all its days, must have passed. An allowance that is just used up on the last day lasts.
    With nothing remaining there is no day to tell, and nothing is safe.
    """
    first, last = cycle_days
    if not used or not first <= today <= last or not _has_enough(today, first, last, working):
        return None
    pace = pace_of(today=today, cycle_start=first, history=history, working=working)
    path = _path(pace, today, last, history.get(today, 0), working)
    days_left = working.between(today, last)
    runs_out = _runs_out(path, remaining) if remaining else (None, None, None)
    return Forecast(
        runs_out=runs_out[1],
        safe_per_working_day=remaining // max(1, days_left),
        earliest=runs_out[0],
        latest=runs_out[2],
        per_working_day=_nearest(pace.mean),
        working_days_left=days_left,
        expected=tuple(_shown(used, use) for use in path),
    )


def _has_enough(today: date, first: date, last: date, working: WorkingDays) -> bool:
    passed, length = (today - first).days, (last - first).days + 1
    if passed * _SILENT_SHARE >= length:
        return True
    worked = sum(working.holds(day) for day in days(first, today) if day < today)
    return worked >= _FEWEST_WORKING_DAYS


def _path(
    pace: Pace, today: date, last: date, used_today: int, working: WorkingDays
) -> Sequence[_Use]:
    path: list[_Use] = []
    low = mean = high = worked = 0
    for day in days(today, last):
        expected = 0 if day in working.holidays else pace.by_weekday[day.weekday()]
        rest = max(0, expected - used_today * UNIT) if day == today else expected
        mean += rest
        worked += rest > 0 and working.holds(day)
        spread = _spread(pace, worked)
        # What was used stays used: neither border of the range ever falls.
        low, high = max(low, mean - spread), max(high, mean + spread)
        path.append(_Use(day, low, mean, high))
    return path


def _spread(pace: Pace, worked: int) -> int:
    """Return how far the use of some working days may stray, the mean itself being uncertain."""
    if not pace.samples:
        return 0
    variance = pace.variance * worked * (pace.samples + worked) // pace.samples
    return isqrt(variance) * _SPREAD_PERCENT // 100


def _runs_out(path: Sequence[_Use], remaining: int) -> tuple[date | None, date | None, date | None]:
    """Return the earliest, likely and latest last day, all ``None`` when it likely lasts."""
    limit, last = remaining * UNIT, path[-1]
    if last.mean <= limit:
        return None, None, None
    return (
        next(use.day for use in path if use.high >= limit),
        next(use.day for use in path if use.mean >= limit),
        next((use.day for use in path if use.low >= limit), last.day),
    )


def _shown(used: int, use: _Use) -> tuple[date, int, int, int]:
    return use.day, used + use.low // UNIT, used + _nearest(use.mean), used - (-use.high // UNIT)


def _nearest(millionths: int) -> int:
    return (millionths + UNIT // 2) // UNIT
