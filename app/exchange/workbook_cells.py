"""Cells of a workbook as the texts they would be in a table of separated values."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

_MILLISECOND = timedelta(milliseconds=1)
# A time of day alone may come as one on the day before the first of a workbook's calendar.
_FIRST_YEAR = 1904
_WHOLE = 1e15


def texts(row: Sequence[object]) -> list[str]:
    """Write a row of values as texts; an empty cell is ""."""
    return [text(value) for value in row]


def text(value: object) -> str:
    """Write a value: dates in ISO 8601, lengths as h:m:s, numbers plainly."""
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, timedelta):
        return _length(value)
    if isinstance(value, bool):
        return str(value).lower()
    # Days and times of day write themselves in ISO 8601.
    return "" if value is None else str(value)


def _number(value: float) -> str:
    # A phone number in a cell of numbers is whole, whatever the library makes of it.
    return str(int(value)) if value.is_integer() and abs(value) < _WHOLE else repr(value)


def _length(value: timedelta) -> str:
    milliseconds = round(value / _MILLISECOND)
    sign, rest = ("-", -milliseconds) if milliseconds < 0 else ("", milliseconds)
    seconds, thousandths = divmod(rest, 1000)
    tail = f".{thousandths:03}" if thousandths else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}{tail}"


def _moment(value: datetime) -> str:
    """Write a moment; a day without a time of day is written alone, and so is the reverse."""
    # Workbooks count days in floats, which are off by microseconds.
    exact = (
        value.replace(microsecond=0)
        + round(timedelta(microseconds=value.microsecond) / _MILLISECOND) * _MILLISECOND
    )
    clock = exact.time().isoformat()
    if exact.year < _FIRST_YEAR:
        return clock
    return exact.date().isoformat() if exact.time() == time() else f"{exact.date()} {clock}"
