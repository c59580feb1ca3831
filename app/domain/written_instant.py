"""Dates and times as a person writes them for a command."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.domain.cycle import check_zone, day_start
from app.domain.instant import BEGINNING, END, Instant, instant
from app.domain.problem import UsageProblem, mark

_day = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_NO_DATE = mark("{text} is not a date. Write it like 2026-11-21.")
_NO_INSTANT = mark("{text} is not a time. Write it like 2026-11-21T14:05 or 2026-11-21T13:05Z.")
_TOO_FAR = mark("{text} is too far away: a ledger holds the years 1900 to 2199.")
_SHOWN = 40


def read_day(text: str) -> date:
    """Read YYYY-MM-DD; UsageProblem for anything else, or a year no ledger holds."""
    try:
        found = date.fromisoformat(text) if _day(text) else None
    except ValueError:
        found = None
    if found is None:
        raise UsageProblem(_NO_DATE, text=text[:_SHOWN])
    _within(day_start(found, "UTC"), text)
    return found


def read_start(text: str, zone: str) -> Instant:
    """Read a date as its first instant in the zone, or a time like :func:`read_time`."""
    if _day(text):
        return day_start(read_day(text), zone)
    return read_time(text, zone)


def read_time(text: str, zone: str) -> Instant:
    """Read an ISO date and time; one without an offset is on the clocks of the zone."""
    written = _written(text)
    if written is None:
        raise UsageProblem(_NO_INSTANT, text=text[:_SHOWN])
    if written.tzinfo is None:
        written = written.replace(tzinfo=ZoneInfo(check_zone(zone)))
    return _within(instant(written), text)


def _written(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if len(text) > len("2026-11-21") else None
    except ValueError:
        return None


def _within(at: Instant, text: str) -> Instant:
    if not BEGINNING <= at < END:
        raise UsageProblem(_TOO_FAR, text=text[:_SHOWN])
    return at
