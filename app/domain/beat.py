"""One look at the computer's clocks, and what lies between two looks.

The wall clock may be set and counts no duration that can be billed. How long a call has lasted is
told by the time since the computer was started, which goes on while it sleeps.
"""

from typing import NamedTuple

from app.domain.instant import SECOND, Instant

#: A softphone's line does not outlive a longer sleep of the computer, in microseconds.
LONGEST_SLEEP = 30 * SECOND


class Beat(NamedTuple):
    """The clocks at one moment.

    ``boot`` names the start of the computer that the other two count from, "" where nobody can
    tell; ``running_us`` counts sleep, ``awake_us`` does not. Whole microseconds.
    """

    wall: Instant
    boot: str = ""
    running_us: int = 0
    awake_us: int = 0


def between(earlier: Beat, later: Beat) -> int:
    """Return the microseconds from one look to a later one, sleep included, never below 0.

    By the wall clock alone where the computer was started anew in between, or nobody can tell.
    """
    if earlier.boot and earlier.boot == later.boot:
        return max(0, later.running_us - earlier.running_us)
    return max(0, later.wall - earlier.wall)


def before(at: Beat, us: int) -> Beat:
    """Return the clocks as they were so many microseconds earlier, if nothing slept since."""
    return Beat(Instant(at.wall - us), at.boot, at.running_us - us, at.awake_us - us)


def slept(earlier: Beat, later: Beat) -> int:
    """Return how many microseconds the computer slept between two looks; 0 if nobody can tell."""
    if not earlier.boot or earlier.boot != later.boot:
        return 0
    return max(0, between(earlier, later) - (later.awake_us - earlier.awake_us))


def talk_between(earlier: Beat, later: Beat) -> int:
    """Return the microseconds of talk between two looks: sleep that no line outlives is none."""
    asleep = slept(earlier, later)
    return between(earlier, later) - (asleep if asleep > LONGEST_SLEEP else 0)
