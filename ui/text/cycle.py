"""Where a cycle stands: its days, its reset and how much of it has gone."""

from datetime import date

from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.wording.words import Words

WHOLE = 1000


def first_day(cycle: Cycle) -> date:
    """The first local day of a cycle."""
    return local_day(cycle.start, cycle.zone)


def last_day(cycle: Cycle) -> date:
    """The last local day that belongs to a cycle."""
    return local_day(Instant(cycle.end - 1), cycle.zone)


def reset_day(cycle: Cycle) -> date:
    """The local day on which the allowance starts again."""
    return local_day(cycle.end, cycle.zone)


def elapsed(cycle: Cycle, now: Instant) -> int:
    """How much of the cycle has gone, in thousandths from 0 to 1000."""
    return share(now - cycle.start, cycle.end - cycle.start)


def share(part: int, whole: int) -> int:
    """A part of a whole in thousandths from 0 to 1000; of an empty whole it is 0."""
    if whole <= 0:
        return 0
    return max(0, min(WHOLE, part * WHOLE // whole))


def days_left(cycle: Cycle, now: Instant) -> int:
    """Whole local days until the reset."""
    return max(0, (reset_day(cycle) - local_day(now, cycle.zone)).days)


def resets(words: Words, cycle: Cycle, now: Instant) -> str:
    """Say "resets Tue 1 Dec · 10 days"."""
    day = words.weekday_day(reset_day(cycle))
    return words.say_many(
        "resets {day} · {n} day", "resets {day} · {n} days", days_left(cycle, now), day=day
    )
