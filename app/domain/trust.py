"""Trust: how far the figures can be trusted to be today's, from how the last rounds went."""

from typing import NamedTuple

from app.domain.failure import FailureKind, kind_of
from app.domain.instant import DAY, MINUTE, Instant
from app.domain.meter import Trust
from app.domain.problem import Problem

#: How long the network may be gone before that is told, and how old figures may be at all.
OFFLINE_AFTER = 15 * MINUTE
STALE_AFTER = DAY


class Rounds(NamedTuple):
    """How the rounds with a plan server went.

    ``synced``: the last good one, ``None`` before the first. ``trouble``: what was wrong with the
    last one.
    """

    synced: Instant | None
    trouble: Problem | None = None


def trust_of(rounds: Rounds | None, now: Instant) -> Trust:
    """Return the trust at an instant; ``None``: no connection is set up, all is local.

    A need to sign in goes before everything: nothing else gets better until then. Old figures are
    stale whatever the reason.
    """
    if rounds is None:
        return Trust.LOCAL
    kind = kind_of(rounds.trouble)
    if kind is FailureKind.SIGN_IN:
        return Trust.SIGN_IN
    if rounds.synced is None or now - rounds.synced > STALE_AFTER:
        return Trust.STALE
    if kind is FailureKind.OFFLINE and now - rounds.synced > OFFLINE_AFTER:
        return Trust.OFFLINE
    return Trust.FRESH
