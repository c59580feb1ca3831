"""How long to sleep until something is due, by a clock that may be set while a timer runs."""

from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.next_round import is_due

_MS = 1_000


def sleep_ms(planned: Instant, now: Instant) -> int:
    """Return the milliseconds until an instant, a second at least and a minute at most.

    A computer that sleeps counts no timer, so whoever wakes looks at the clock and sleeps again.
    """
    left = 0 if is_due(planned, now) else planned - now
    return max(SECOND, min(left, MINUTE)) // _MS
