"""Cycles: the month in which an allowance is used up, in the zone of the account.

This is the only place below the screen that applies a zone. Local midnights are found by the zone's
own rules: one that a clock change skips is the first instant after the gap, one that happens twice
is the first of the two.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.domain.instant import DAY, MINUTE, SECOND, Instant, instant, moment
from app.domain.meter import Cycle
from app.domain.problem import UsageProblem, mark

# Shorter than the time between two clock changes, and no zone's midnight falls inside one.
_BLOCK = 15 * MINUTE
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*").fullmatch
# Some systems keep copies beside the named zones: with leap seconds counted in, or whatever the
# machine is set to. A cycle in one of those would mean something else elsewhere.
_NOT_A_PLACE = ("right/", "posix/", "localtime", "posixrules")


def cycle_at(at: Instant, *, zone: str, anchor_day: int = 1) -> Cycle:
    """Return the cycle [start, end) that holds an instant.

    It starts at local midnight of ``anchor_day`` (1 to 31; a month that lacks the day starts its
    cycle on its last day). UsageProblem when the zone is not known.
    """
    for cycle in _cycles_of_utc_day(at // DAY, zone, anchor_day):
        if at < cycle.end:
            return cycle
    raise AssertionError("the cycles of a day hold all of it")


def local_day(at: Instant, zone: str) -> date:
    """Return the date on a wall calendar in the zone; UsageProblem when the zone is not known."""
    return _day_of_block(at // _BLOCK, zone) or _local_day(at, zone)


@lru_cache(maxsize=8192)
def day_start(day: date, zone: str) -> Instant:
    """Return the first instant of a local day; of a day the zone skipped, the one after the gap."""
    place = _place(zone)
    midnight = datetime.combine(day, time(), place)
    earlier = instant(midnight.astimezone(UTC))
    later = instant(midnight.replace(fold=1).astimezone(UTC))
    # Of a time that happens twice fold 1 is the later reading, of one that is skipped the earlier.
    return earlier if earlier <= later else _end_of_gap(midnight, later, earlier)


def check_zone(name: str) -> str:
    """Return the name of a time zone as given; UsageProblem when there is none of that name."""
    _place(name)
    return name


@lru_cache(maxsize=1024)
def _place(name: str) -> tzinfo:
    try:
        if _PLAIN_NAME(name) and not name.startswith(_NOT_A_PLACE):
            return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        pass
    message = mark("There is no time zone {zone}. Write it like Europe/Berlin or UTC.")
    raise UsageProblem(message, zone=name[:60] or '""')


@lru_cache(maxsize=8192)
def _cycles_of_utc_day(day: int, zone: str, anchor_day: int) -> tuple[Cycle, ...]:
    """Return the one or two cycles that a UTC day touches, because asking by day is asked often."""
    if not 1 <= anchor_day <= 31:
        raise UsageProblem(mark("The anchor day must be a whole number from 1 to 31."))
    first, last = Instant(day * DAY), Instant(day * DAY + DAY - 1)
    month = _month_of(first, zone, anchor_day)
    cycles = [_cycle_of_month(month, zone, anchor_day)]
    while cycles[-1].end <= last:
        month += 1
        cycles.append(_cycle_of_month(month, zone, anchor_day))
    return tuple(cycles)


def _month_of(at: Instant, zone: str, anchor_day: int) -> int:
    """Return the month, counted from year 0, whose cycle holds an instant."""
    day = local_day(at, zone)
    month = day.year * 12 + day.month
    while at < _start_of_month(month, zone, anchor_day):
        month -= 1
    return month


def _cycle_of_month(month: int, zone: str, anchor_day: int) -> Cycle:
    start = _start_of_month(month, zone, anchor_day)
    return Cycle(start, _start_of_month(month + 1, zone, anchor_day), zone)


def _start_of_month(month: int, zone: str, anchor_day: int) -> Instant:
    year, before = divmod(month - 1, 12)
    day = min(anchor_day, monthrange(year, before + 1)[1])
    return day_start(date(year, before + 1, day), zone)


@lru_cache(maxsize=8192)
def _day_of_block(block: int, zone: str) -> date | None:
    """Return the local day that a whole quarter of an hour lies in, ``None`` when not in one."""
    first = moment(Instant(block * _BLOCK)).astimezone(_place(zone))
    last = moment(Instant((block + 1) * _BLOCK - 1)).astimezone(_place(zone))
    same = first.date() == last.date() and first.utcoffset() == last.utcoffset()
    return first.date() if same else None


def _local_day(at: Instant, zone: str) -> date:
    return moment(at).astimezone(_place(zone)).date()


def _end_of_gap(midnight: datetime, before: Instant, after: Instant) -> Instant:
    """Find where the gap around a skipped midnight ends; clocks change on whole seconds."""
    low, high = before // SECOND, after // SECOND
    wanted = midnight.replace(tzinfo=None)
    while low < high:
        middle = (low + high) // 2
        wall = moment(Instant(middle * SECOND)).astimezone(midnight.tzinfo).replace(tzinfo=None)
        low, high = (low, middle) if wall >= wanted else (middle + 1, high)
    return Instant(low * SECOND)
