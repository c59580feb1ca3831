"""Instants: whole microseconds since 1970 UTC, the same number in code and in the ledger file.

Whole numbers compare, sort and subtract without a zone to get wrong; a zone is applied only by
:mod:`app.domain.cycle` and where a person reads a time.
"""

from datetime import UTC, datetime, timedelta
from typing import NewType

Instant = NewType("Instant", int)

SECOND = 1_000_000
MINUTE = 60 * SECOND
DAY = 86_400 * SECOND
#: Before and after everything a ledger may hold (years 1900 and 2200): open ends of a range.
BEGINNING = Instant(-2_208_988_800 * SECOND)
END = Instant(7_258_118_400 * SECOND)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def instant(moment: datetime) -> Instant:
    """Turn an aware ``datetime`` into an instant; ValueError when it has no zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone is not an instant")
    return Instant((moment - _EPOCH) // _MICROSECOND)


def moment(at: Instant) -> datetime:
    """Turn an instant into an aware UTC ``datetime``."""
    return _EPOCH + timedelta(microseconds=at)


def iso(at: Instant) -> str:
    """Write an instant as ISO 8601 in UTC with a ``Z``; fractions only where there are any."""
    return moment(at).isoformat().replace("+00:00", "Z")
