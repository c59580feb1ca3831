"""Where a number belongs, and what time it is there; nothing is guessed where nobody can tell."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.domain.instant import Instant, moment

# The tables of towns lie sorted in so many parts. All of them would stay as 100 MB in a program
# that is open all day; one is read for 20 ms and let go.
_PARTS = 29
_LONGEST_PREFIX = 11
# Zones further apart than this say nothing about the time of a person in one of them.
_SPREAD_HOURS = 6
_NIGHT_ENDS, _DAY_BEGINS, _DAY_ENDS, _NIGHT_BEGINS = 7, 8, 20, 22


class PartOfDay(StrEnum):
    """What a time is for a call: night 22 to 7, early until 8, late from 20, else day.

    Narrower than what the law of most places allows for sales calls (8 to 21 in the United
    States): it is a hint to think of the person, not a verdict.
    """

    NIGHT = "night"
    EARLY = "early"
    DAY = "day"
    LATE = "late"


class LocalTime(NamedTuple):
    """Wall clocks where a number belongs: the earliest and the latest, alike in one zone.

    ``zone``: its name where there is only one, else "".
    """

    earliest: datetime
    latest: datetime
    zone: str

    @property
    def part(self) -> PartOfDay | None:
        """What part of the day it is, ``None`` where that depends on the zone."""
        parts = {part_of_day(self.earliest), part_of_day(self.latest)}
        return parts.pop() if len(parts) == 1 else None


def part_of_day(clock: datetime) -> PartOfDay:
    """Tell what part of the day a wall clock shows."""
    if not _NIGHT_ENDS <= clock.hour < _NIGHT_BEGINS:
        return PartOfDay.NIGHT
    if clock.hour < _DAY_BEGINS:
        return PartOfDay.EARLY
    return PartOfDay.LATE if clock.hour >= _DAY_ENDS else PartOfDay.DAY


@lru_cache(maxsize=256)
def zones_of(number: str) -> tuple[str, ...]:
    """Return the zones a number (E.164) may be in, none where nobody can tell."""
    # Late because its tables are for this alone.
    from phonenumbers import NumberParseException, parse
    from phonenumbers.timezone import time_zones_for_number

    try:
        found = time_zones_for_number(parse(number))
    except NumberParseException:
        return ()
    return tuple(zone for zone in found if zone != "Etc/Unknown")


def local_time(zones: Iterable[str], at: Instant) -> LocalTime | None:
    """Tell the time in zones, ``None`` without one or where they are too far apart to say."""
    names = tuple(zones)
    clocks = sorted(
        (clock for name in names if (clock := _clock(name, at)) is not None),
        key=lambda clock: clock.replace(tzinfo=None),
    )
    if not clocks:
        return None
    first, last = clocks[0], clocks[-1]
    spread = last.replace(tzinfo=None) - first.replace(tzinfo=None)
    if spread.total_seconds() > _SPREAD_HOURS * 3600:
        return None
    return LocalTime(first, last, names[0] if len(names) == 1 else "")


@lru_cache(maxsize=256)
def town_of(number: str, language: str) -> str:
    """Name the town or region of a number (E.164), in English where a language has no name for it.

    "" where nobody can tell: numbers of mobile phones and services belong to no town.
    """
    digits = number.removeprefix("+")
    if not digits.isdecimal() or not _is_of_a_place(number):
        return ""
    towns = _towns_near(digits)
    for length in range(min(len(digits), _LONGEST_PREFIX), 1, -1):
        found = towns.get(digits[:length])
        if found:
            return found.get(language) or found.get("en", "")
    return ""


def _clock(zone: str, at: Instant) -> datetime | None:
    try:
        return moment(at).astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return None  # a zone this machine's tables do not have


def _is_of_a_place(number: str) -> bool:
    # Late because a start reads no number.
    from phonenumbers import NumberParseException, is_number_geographical, parse

    try:
        return is_number_geographical(parse(number))
    except NumberParseException:
        return False


def _towns_near(digits: str) -> Mapping[str, Mapping[str, str]]:
    """Return the part of the tables that holds a number's prefixes, empty without tables."""
    low, high = 0, _PARTS - 1
    while low <= high:
        middle = (low + high) // 2
        towns = _part(middle)
        if not towns:
            return {}
        first, last = min(towns), max(towns)
        if first <= digits <= last or digits.startswith(last):
            return towns
        low, high = (low, middle - 1) if digits < first else (middle + 1, high)
    return {}


def _part(place: int) -> Mapping[str, Mapping[str, str]]:
    # Late because a start reads no number.
    import phonenumbers

    name = f"phonenumbers.geodata.data{place}"
    # Not imported by its name: that would read every part, and keep them.
    spec = PathFinder.find_spec(name, [f"{path}/geodata" for path in phonenumbers.__path__])
    if spec is None or spec.loader is None:
        return {}
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    towns: Mapping[str, Mapping[str, str]] = vars(module).get("data", {})
    return towns
