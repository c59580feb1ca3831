"""Times as the files write them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from app.domain.instant import Instant, moment


def in_zone(at: Instant, zone: str) -> datetime:
    """Return the time on a wall clock in the zone."""
    return moment(at).astimezone(ZoneInfo(zone))


def to_minute(at: Instant, zone: str) -> str:
    """Write a local time such as ``2026-11-20 14:05``."""
    return in_zone(at, zone).strftime("%Y-%m-%d %H:%M")


def to_second(at: Instant, zone: str = "UTC") -> str:
    """Write a time such as ``2026-11-20 13:05:00``, in UTC unless told otherwise."""
    return in_zone(at, zone).strftime("%Y-%m-%d %H:%M:%S")
