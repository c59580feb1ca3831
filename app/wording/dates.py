"""Days and times as the two languages write them, in one form each so that none can be misread.

A day is written day first and a time by 24 hours in every region: "1 Dec", "14:05". The names are
CLDR's (the tests compare them), kept here because loading CLDR would cost every start about 45 ms.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.domain.instant import Instant, moment

_MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "de": [
        "Jan.",
        "Feb.",
        "März",
        "Apr.",
        "Mai",
        "Juni",
        "Juli",
        "Aug.",
        "Sept.",
        "Okt.",
        "Nov.",
        "Dez.",
    ],
}
_WEEKDAYS = {
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    "de": ["Mo.,", "Di.,", "Mi.,", "Do.,", "Fr.,", "Sa.,", "So.,"],
}
_DAY = {"en": "{day} {month}", "de": "{day}. {month}"}
_NUMBER = {"en": "{day}", "de": "{day}."}


def local(at: Instant, zone: str) -> datetime:
    """Tell the moment as clocks in the zone show it."""
    return moment(at).astimezone(ZoneInfo(zone))


def day(code: str, value: date) -> str:
    """Write "1 Dec"."""
    return _DAY[code].format(day=value.day, month=_MONTHS[code][value.month - 1])


def weekday_day(code: str, value: date) -> str:
    """Write "Tue 1 Dec"."""
    return f"{_WEEKDAYS[code][value.weekday()]} {day(code, value)}"


def full_day(code: str, value: date) -> str:
    """Write "1 Dec 2026"."""
    return f"{day(code, value)} {value.year}"


def days(code: str, first: date, last: date) -> str:
    """Write "23 – 24 Nov", "29 Nov – 2 Dec", or the one day where both are the same."""
    if first == last:
        return day(code, first)
    same_month = (first.year, first.month) == (last.year, last.month)
    start = _NUMBER[code].format(day=first.day) if same_month else day(code, first)
    return f"{start} – {day(code, last)}"
