"""When the next round is due: a pure function of how the last one went."""

from app.domain.failure import Failure, FailureKind, kind_of
from app.domain.instant import SECOND, Instant
from app.domain.problem import Problem
from app.remote.retry import LONGEST_SECONDS, is_worth_it, wait_seconds

EVERY_SECONDS = 300
_SPREAD_SECONDS = 30
_MINUTE_SECONDS = 60


def next_round_in(
    problem: Problem | None, *, at: Instant, last_good: Instant | None, jitter: float
) -> int:
    """Return in how many seconds to ask again.

    After a good round about every five minutes; after trouble that may pass sooner at first, then
    twice as long each time, and never before the server wants to be asked. Where waiting does not
    help, such as after being signed out, every half hour. ``jitter`` from 0 to 1 keeps the
    computers of a company apart.
    """
    if problem is None:
        return EVERY_SECONDS + int(jitter * _SPREAD_SECONDS)
    kind = kind_of(problem)
    if kind is None or not is_worth_it(kind):
        return LONGEST_SECONDS
    asked = problem.wait_seconds if isinstance(problem, Failure) else None
    wait = wait_seconds(_attempt(at, last_good), asked=asked, jitter=jitter)
    # A computer that was offline should notice soon that it is not any more.
    return min(wait, EVERY_SECONDS) if kind is FailureKind.OFFLINE else wait


def _attempt(at: Instant, last_good: Instant | None) -> int:
    """Tell how often it must have failed by now, so that a restart does not forget it."""
    if last_good is None:
        return 1
    seconds = (at - last_good) // SECOND
    overdue = max(0, seconds - EVERY_SECONDS - _SPREAD_SECONDS)
    return 1 + (overdue // _MINUTE_SECONDS).bit_length()
