"""Sizes of files and dates of copies, as commands and the window write them."""

from app.domain.instant import Instant
from app.wording.dates import local
from app.wording.words import Words

_STEPS = ("B", "kB", "MB", "GB", "TB")
_STEP = 1000


def size(words: Words, number: int) -> str:
    """Write "153 MB": three figures at most, decimal as file managers do."""
    unit = 0
    while number >= _STEP and unit < len(_STEPS) - 1:
        number, unit = (number + _STEP // 2) // _STEP, unit + 1
    return f"{words.number(number)} {_STEPS[unit]}"


def when(words: Words, at: Instant, zone: str) -> str:
    """Write "21 Nov 2026, 14:05" as clocks in the zone show it."""
    return f"{words.full_day(local(at, zone).date())}, {words.time(at, zone)}"
