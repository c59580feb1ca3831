"""When to try again: a pure plan, so that it can be shown and needs no waiting to be tested."""

from collections.abc import Mapping
from math import ceil

from app.domain.failure import Failure, FailureKind
from app.remote.headers import header_date

FIRST_SECONDS = 30
LONGEST_SECONDS = 1800
#: Nobody waits longer than this, whatever a server says.
LONGEST_ASKED_SECONDS = 86_400
_WORTH_IT = frozenset({FailureKind.OFFLINE, FailureKind.BUSY, FailureKind.BROKEN})
_SPREAD = 4
_DIGITS = 9


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
    # A server that says "at once" is asked as if it had said nothing: it may say so for ever.
    wait = float(failure.wait_seconds or (1 << min(attempt - 1, 5)))
    return wait + wait * jitter / _SPREAD


def asked_seconds(headers: Mapping[str, str]) -> int | None:
    """Return the seconds that a header Retry-After asks for, a day at most; ``None`` for none.

    A date is taken from the server's own clock, its header Date, as ours may be wrong; without one
    it says nothing. Names of ``headers`` are lower case.
    """
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdecimal():
        return min(int(said[:_DIGITS]), LONGEST_ASKED_SECONDS)
    until, present = header_date(headers, "retry-after"), header_date(headers, "date")
    if until is None or present is None:
        return None
    return min(max(ceil((until - present).total_seconds()), 0), LONGEST_ASKED_SECONDS)
