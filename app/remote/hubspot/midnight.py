"""How long it is to the next midnight of an account, when HubSpot counts a new day's questions."""

from collections.abc import Mapping
from datetime import timedelta

from app.domain.cycle import check_zone, day_start, local_day
from app.domain.instant import SECOND, instant
from app.domain.problem import UsageProblem
from app.remote.headers import header_date

_HOUR = 3600


def seconds_to_midnight(zone: str, headers: Mapping[str, str]) -> int:
    """Return the seconds from the time in the header Date, as our own clock may be wrong.

    An hour where the header tells no time; ``zone`` "", or one nobody knows, stands for UTC.
    """
    said = header_date(headers, "date")
    if said is None:
        return _HOUR
    at, place = instant(said), _known(zone)
    midnight = day_start(local_day(at, place) + timedelta(days=1), place)
    return -(-(midnight - at) // SECOND)


def _known(zone: str) -> str:
    try:
        return check_zone(zone) if zone else "UTC"
    except UsageProblem:
        return "UTC"
