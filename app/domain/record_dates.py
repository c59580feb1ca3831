"""Dates that a record may have, whoever wrote it, and what is said of all others."""

from datetime import UTC, datetime

from app.domain.instant import Instant, instant
from app.domain.problem import mark
from app.domain.unreadable import UnreadableRecord

_EARLIEST = instant(datetime(1990, 1, 1, tzinfo=UTC))
_LATEST = instant(datetime(2101, 1, 1, tzinfo=UTC))
_MISSING = mark("The date is missing")
_NOT_A_DATE = mark("“{value}” is not a date and time")
_NOT_BETWEEN = mark("“{value}” is not between the years 1990 and 2100")


def no_date(text: str) -> UnreadableRecord:
    """Say that a text is no date and time, or that there is none."""
    return UnreadableRecord(_NOT_A_DATE if text.strip() else _MISSING, text)


def check_date(at: int, text: str) -> Instant:
    """Return microseconds since 1970 as they are; UnreadableRecord before 1990 or after 2100.

    ``text``: how the record writes them.
    """
    if _EARLIEST <= at < _LATEST:
        return Instant(at)
    raise UnreadableRecord(_NOT_BETWEEN, text)
