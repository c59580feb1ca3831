"""Twilio's dates: RFC 2822 in UTC, such as "Sun, 22 Nov 2026 10:05:00 +0000"."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from app.domain.instant import SECOND, Instant, instant, moment
from app.domain.record_dates import check_date, no_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_rfc_2822 = re.compile(
    r"(?:[A-Za-z]{3}, ?)?([0-9]{1,2} [A-Za-z]{3} [0-9]{4}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) "
    r"([+-][0-9]{4}|GMT|UTC|Z)"
).fullmatch


def when(text: str) -> Instant:
    """Read a date and time; UnreadableRecord for anything else, or before 1990 or after 2100."""
    found = _rfc_2822(text)
    try:
        at = _placed(found) if found else _iso(text)
    except (ValueError, OverflowError):
        raise no_date(text) from None
    return check_date(at, text)


def day_of(at: Instant) -> date:
    """Return the day in UTC, by which Twilio's lists are asked."""
    return moment(at).date()


def midnight(day: date) -> Instant:
    """Return the first instant of a day in UTC."""
    return instant(datetime(day.year, day.month, day.day, tzinfo=UTC))


def _placed(found: re.Match[str]) -> Instant:
    hour, minute, second = int(found[2]), int(found[3]), int(found[4])
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(found[0])
    seconds = hour * 3600 + minute * 60 + second
    return Instant(_day(found[1], found[5]) + seconds * SECOND)


# Kept, because neighbours in a list share their day.
@lru_cache(maxsize=1024)
def _day(text: str, zone: str) -> Instant:
    day, month, year = text.split(" ")
    number = _MONTHS.index(month.lower()) + 1
    return instant(datetime(int(year), number, int(day), tzinfo=_zone(zone)))


def _zone(text: str) -> timezone:
    if text[0] not in "+-":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[3:5])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _iso(text: str) -> Instant:
    return instant(datetime.fromisoformat(text))
