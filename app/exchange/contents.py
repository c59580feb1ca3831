"""What the cells of a column look like: dates, times of day, phone numbers, lengths, words."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC

from app.domain.call_words import State, answered, direction, state
from app.domain.durations import duration
from app.domain.event import Direction
from app.domain.unreadable import UnreadableRecord
from app.exchange.dates import DAY_FIRST, MONTH_FIRST, reader

Test = Callable[[str], bool]

_clock = re.compile(r"\d{1,3}:\d\d(:\d\d(\.\d+)?)?( ?[AaPp][Mm]?)?").fullmatch
_phone = re.compile(r"(tel:|sips?:)?[+(]?\d[\d ()./-]{5,24}(@.*)?").fullmatch
_number = re.compile(r"\d{1,9}([.,]\d{1,6})?").fullmatch
_comma = re.compile(r"\d+,\d+").fullmatch
_READERS = tuple(reader(UTC, order) for order in (DAY_FIRST, MONTH_FIRST))


def mostly(test: Test, cells: Sequence[str]) -> bool:
    """Whether a test holds for half of the cells or more; empty ones say nothing."""
    said = [cell.strip() for cell in cells if cell.strip()]
    return bool(said) and 2 * sum(map(test, said)) >= len(said)


def is_date(cell: str) -> bool:
    """Whether it is a date, with or without a time of day; bare digits could be a phone number."""
    return not cell.isdigit() and is_instant(cell)


def is_instant(cell: str) -> bool:
    """Whether it is a date in any way that can be read, seconds since 1970 too."""
    return any(_taken(read, cell) for read in _READERS)


def is_clock(cell: str) -> bool:
    """Whether it is written with colons: a time of day, or a length."""
    return _clock(cell) is not None


def is_phone(cell: str) -> bool:
    """Whether it has the digits of a phone number and is no date."""
    digits = sum(map(str.isdigit, cell))
    return 7 <= digits <= 20 and _phone(cell) is not None and not is_date(cell)


def is_length(cell: str) -> bool:
    """Whether it can be the length of a call."""
    return is_clock(cell) or (_number(cell) is not None and not is_phone(cell))


def has_comma(cell: str) -> bool:
    """Whether it is a number with a decimal comma."""
    return _comma(cell) is not None


def is_direction(cell: str) -> bool:
    """Whether it is one of the usual words for a direction."""
    return _taken(lambda text: direction(text, Direction.OUTBOUND), cell)


def is_answer(cell: str) -> bool:
    """Whether it tells an answered call from another, by a usual word."""
    return answered(cell) is not None or state(cell) is not State.DONE


def is_value(cell: str) -> bool:
    """Whether it is a date, a number or a length, and so no name of a column."""
    return any(test(cell) for test in (is_date, is_clock, is_phone)) or _taken(duration, cell)


def _taken(read: Callable[[str], object], cell: str) -> bool:
    try:
        read(cell)
    except UnreadableRecord:
        return False
    return True
