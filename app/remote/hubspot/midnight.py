"""How long it is to the next midnight of an account, when HubSpot counts a new day's questions."""

from collections.abc import Mapping
from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime

from app.domain.cycle import check_zone, day_start, local_day
from app.domain.instant import SECOND, Instant, instant
from app.domain.problem import UsageProblem

_HOUR = 3600


def seconds_to_midnight(zone: str, headers: Mapping[str, str]) -> int:
    """Return the seconds from the time in the header Date, as our own clock may be wrong.

    An hour where the header tells no time; ``zone`` "", or one nobody knows, stands for UTC.
    """
    at = _said(headers.get("date", ""))
    if at is None:
        return _HOUR
    place = _known(zone)
    midnight = day_start(local_day(at, place) + timedelta(days=1), place)
    return -(-(midnight - at) // SECOND)


def _known(zone: str) -> str:
    try:
        return check_zone(zone) if zone else "UTC"
    except UsageProblem:
        return "UTC"


def _said(written: str) -> Instant | None:
    try:
        found = parsedate_to_datetime(written)
        return instant(found if found.tzinfo else found.replace(tzinfo=UTC))
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
