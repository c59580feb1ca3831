"""When to try again: a pure plan, so that it can be shown and needs no waiting to be tested."""

from app.domain.failure import Failure, FailureKind

FIRST_SECONDS = 30
LONGEST_SECONDS = 1800
_WORTH_IT = frozenset({FailureKind.OFFLINE, FailureKind.BUSY, FailureKind.BROKEN})
_SPREAD = 4


def is_worth_it(kind: FailureKind) -> bool:
    """Tell whether the same question may go well later without anybody doing something."""
    return kind in _WORTH_IT


def wait_seconds(attempt: int, *, asked: int | None = None, jitter: float = 0.0) -> int:
    """Return how long to wait after so many failures in a row (from 1): doubling, to half an hour.

    ``asked``: what the server wants waited; never less than that. ``jitter`` from 0 to 1 spreads
    computers that failed together over a quarter of the wait more.
    """
    doubled = FIRST_SECONDS << min(max(attempt - 1, 0), 16)
    wait = max(min(doubled, LONGEST_SECONDS), asked or 0)
    return wait + int(wait * jitter / _SPREAD)


def retry_seconds(failure: Failure, attempt: int, *, jitter: float = 0.0) -> float | None:
    """Return how long to wait before asking the same again within a round, ``None`` for never.

    ``attempt``: how often it failed in a row, from 1. What the server asks for goes before; else
    one, two, four, eight seconds, spread by ``jitter`` from 0 to 1 over a quarter more.
    """
    if not is_worth_it(failure.kind):
        return None
    asked = failure.wait_seconds
    wait = float(asked) if asked is not None else float(1 << min(attempt - 1, 5))
    return wait + wait * jitter / _SPREAD
