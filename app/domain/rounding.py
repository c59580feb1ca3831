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


def longest_below_us(minutes: int, legs: int, rounding: Rounding) -> int:
    """Return the longest call that is still fewer than so many minutes, in microseconds.

    ``minutes``: of all legs, which all last as long as the call; more than the shortest call has.
    A microsecond more is that many minutes.
    """
    if rounding.place is Place.PER_CALL:
        return _longest_leg_us(minutes - 1, rounding) // legs
    return _longest_leg_us(_ceiling(minutes, legs) - 1, rounding)


def _longest_leg_us(minutes: int, rounding: Rounding) -> int:
    first, each = rounding.first_seconds, rounding.next_seconds
    return (first + (minutes * 60 - first) // each * each) * SECOND


def _minutes(talk_us: int, rounding: Rounding) -> int:
    if talk_us <= 0:
        return 0
    beyond = max(0, talk_us - rounding.first_seconds * SECOND)
    steps = _ceiling(beyond, rounding.next_seconds * SECOND)
    return _ceiling(rounding.first_seconds + steps * rounding.next_seconds, 60)


def _ceiling(amount: int, step: int) -> int:
    return -(-amount // step)
