"""How long calls usually are, from those that were answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.plan import Rounding
from app.domain.rating import MINUTE_US
from app.domain.rounding import billed_minutes


@dataclass(frozen=True, slots=True)
class Usual:
    """The talk of a usual call, whole microseconds, and of how many answered calls it is.

    ``with_number``: of calls with this very number; else of all my own.
    """

    talk_us: int
    calls: int
    with_number: bool

    @property
    def minutes(self) -> int:
        """Whole minutes of it, begun ones included."""
        return -(-self.talk_us // MINUTE_US)


def usual_call(with_number: Sequence[int], own: Sequence[int]) -> Usual | None:
    """Take the usual call with a number, else my own usual one; ``None`` without any answered.

    Usual is the middle one by length, of two the shorter: a few very long calls do not move it.
    """
    for talks, is_theirs in ((with_number, True), (own, False)):
        answered = sorted(talk for talk in talks if talk > 0)
        if answered:
            return Usual(answered[(len(answered) - 1) // 2], len(answered), is_theirs)
    return None


def expected_minutes(usual: Usual, legs: int, rounding: Rounding) -> int:
    """Return the minutes a usual call counts over so many legs, by the rounding of a plan."""
    return sum(billed_minutes((usual.talk_us,) * legs, rounding))
