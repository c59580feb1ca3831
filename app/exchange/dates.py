"""Points in time as export files write them.

Read are ISO 8601 with or without a zone, RFC 2822, dates with the day or the month first, seconds
and milliseconds since 1970, and any pattern of ``strptime``. A local time that a change of clocks
makes ambiguous is the first of the two; one that it leaves out is read with the offset before it.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.instant import SECOND, Instant, instant
from app.domain.problem import Problem, UsageProblem, mark
from app.domain.record_dates import check_date, no_date

ISO, DAY_FIRST, MONTH_FIRST = "iso", "day first", "month first"
When = Callable[[str], Instant]

_IN_HOUR = {f"{at // 60:02}:{at % 60:02}": at * SECOND for at in range(3600)}
_MOST_OF_AN_HOUR = 3599 * SECOND
_EPOCH_DIGITS = {10: 1, 13: 1000}
AMBIGUOUS = mark(
    "Every date in this file can be read in two ways, such as {value}. Say which comes first, with "
    'a mapping file that has "format": "{format}" and "dates": "day first" or "month first".'
)

_TIME = (
    r"(?:[\sT,]+(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)"
    r"(?:[.,](?P<fraction>\d{1,9}))?)?\s*(?P<half>[AaPp])?\.?(?:[Mm]\.?)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[./-](?P<first>\d{1,2})[./-](?P<other>\d{1,2})" + _TIME)
_YEAR_LAST = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<other>\d{1,2})[./-](?P<year>\d{4}|\d\d)" + _TIME
)
_WRITTEN_MONTH = re.compile(
    r"(?:[A-Za-z]{3},?\s+)?(?P<first>\d{1,2})\s+(?P<other>[A-Za-z]{3})\s+(?P<year>\d{4})" + _TIME
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@lru_cache(maxsize=64)
def zone_named(name: str) -> tzinfo:
    """Find a time zone by its IANA name; UsageProblem when there is none."""
    if name == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = mark("{zone} is not a time zone. Write it as a place, such as Europe/Berlin.")
        raise UsageProblem(message, zone=name) from None


def reader(zone: tzinfo, order: str = ISO) -> When:
    """Make a function that reads a date and time; ``zone`` is that of texts which name none.

    ``order`` is :data:`ISO`, :data:`DAY_FIRST`, :data:`MONTH_FIRST` or a ``strptime`` pattern. The
    function raises UnreadableRecord for what is no date, or one before 1990 or after 2100.
    """
    at = _by_pattern(order, zone) if "%" in order else _by_hour(_by_habit(order, zone))

    def when(text: str) -> Instant:
        try:
            found = at(text)
        except (ValueError, OverflowError):
            raise no_date(text) from None
        return check_date(found, text)

    return when


def order_of(samples: Iterable[str], format_name: str) -> str:
    """Find out whether the day or the month comes first; Problem when no date of many tells."""
    doubtful = ""
    for text in samples:
        found = _YEAR_LAST.match(text.strip())
        if found is None:
            continue
        if found["mark"] == "." or int(found["first"]) > 12:
            return DAY_FIRST
        if int(found["other"]) > 12:
            return MONTH_FIRST
        doubtful = doubtful or text
    if doubtful:
        raise Problem(AMBIGUOUS, value=doubtful.strip()[:40], format=format_name)
    return ISO


def _by_pattern(pattern: str, zone: tzinfo) -> Callable[[str], int]:
    def read(text: str) -> int:
        # The zone is put in here: a pattern rarely has one.
        return _placed(datetime.strptime(text.strip(), pattern), zone)  # noqa: DTZ007

    return read


def _by_habit(order: str, zone: tzinfo) -> Callable[[str], int]:
    from_iso = datetime.fromisoformat

    def read(text: str) -> int:
        if text.isdigit():
            return _placed(_epoch(text), zone)
        try:
            moment = from_iso(text)
        except ValueError:
            moment = _written(text.strip(), order)
        return _placed(moment, zone)

    return read


def _by_hour(read: Callable[[str], int]) -> Callable[[str], int]:
    """Spare most of the work: lines stand close in time and share their hour with a neighbour."""

    @lru_cache(maxsize=4096)
    def hour(before: str, after: str) -> int | None:
        first, last = read(f"{before}:00:00{after}"), read(f"{before}:59:59{after}")
        # In an hour in which the clocks change, each time has to be read for itself.
        return first if last - first == _MOST_OF_AN_HOUR else None

    def at(text: str) -> int:
        seconds = _IN_HOUR.get(text[14:19]) if text[13:17:3] == "::" else None
        start = None if seconds is None else hour(text[:13], text[19:])
        return read(text) if seconds is None or start is None else start + seconds

    return at


def _placed(moment: datetime, zone: tzinfo) -> int:
    return instant(moment if moment.tzinfo else moment.replace(tzinfo=zone))


def _epoch(text: str) -> datetime:
    divisor = _EPOCH_DIGITS.get(len(text))
    if divisor is None:
        return datetime.fromisoformat(text)
    return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=int(text) * 1000 // divisor)


def _written(text: str, order: str) -> datetime:
    if found := _YEAR_FIRST.fullmatch(text):
        return _built(found, month=int(found["first"]), day=int(found["other"]))
    if found := _WRITTEN_MONTH.fullmatch(text):
        month = _MONTHS.index(found["other"].lower()) + 1
        return _built(found, month=month, day=int(found["first"]))
    found = _YEAR_LAST.fullmatch(text)
    if found is None:
        raise ValueError(text)
    first, other = int(found["first"]), int(found["other"])
    # A dot is only ever written after the day; with other marks the file has to tell.
    if order == DAY_FIRST or found["mark"] == ".":
        return _built(found, month=other, day=first)
    if order == MONTH_FIRST:
        return _built(found, month=first, day=other)
    raise ValueError(text)


def _built(found: re.Match[str], *, month: int, day: int) -> datetime:
    year = int(found["year"])
    micros = int((found["fraction"] or "0").ljust(6, "0")[:6])
    return datetime(
        year + 2000 if year < 100 else year,
        month,
        day,
        _hour(int(found["hour"] or 0), found["half"]),
        int(found["minute"] or 0),
        int(found["second"] or 0),
        micros,
        tzinfo=_offset(found["zone"]),
    )


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half in "Pp" else 0)


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text in {"Z", "UTC", "GMT"}:
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))
