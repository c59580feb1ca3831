"""Rounding: how answered time becomes whole minutes."""

from app.domain.instant import SECOND
from app.domain.plan import Place, Rounding


def billed_minutes(talk_us: tuple[int, ...], rounding: Rounding) -> tuple[int, ...]:
    """Return the whole minutes of each leg, or of the whole call where that is the place to round.

    ``talk_us``: answered microseconds of each leg; 0 (and anything below) is 0 minutes. Seconds are
    first raised to the increments (the first whole, then whole next ones), and the minutes are
    those that hold the raised seconds: with increments of 30 and 6 seconds, 61 s are 66 s and
    so 2 minutes. A meter counts whole minutes whatever the increments.
    """
    if rounding.place is Place.PER_CALL:
        return (_minutes(sum(max(0, talk) for talk in talk_us), rounding),)
    return tuple([_minutes(talk, rounding) for talk in talk_us])


def _minutes(talk_us: int, rounding: Rounding) -> int:
    if talk_us <= 0:
        return 0
    beyond = max(0, talk_us - rounding.first_seconds * SECOND)
    steps = _ceiling(beyond, rounding.next_seconds * SECOND)
    return _ceiling(rounding.first_seconds + steps * rounding.next_seconds, 60)


def _ceiling(amount: int, step: int) -> int:
    return -(-amount // step)
