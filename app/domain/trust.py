"""Trust: how far the figures can be trusted to be today's, from how the last rounds went."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.domain.failure import FailureKind, kind_of
from app.domain.instant import DAY, MINUTE, Instant
from app.domain.meter import Trust
from app.domain.problem import Problem

#: How long the network may be gone before that is told, and how old figures may be at all.
OFFLINE_AFTER = 15 * MINUTE
STALE_AFTER = DAY
#: The worst first: of several sources of figures it is the one to tell.
_WORST = (Trust.SIGN_IN, Trust.STALE, Trust.OFFLINE, Trust.DIFFERS, Trust.FRESH)


class Rounds(NamedTuple):
    """How the rounds with a plan server or a provider went.

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


def worst_trust(rounds: Iterable[Rounds], now: Instant) -> Trust:
    """Return the trust in figures that come from all of these; LOCAL where there are none."""
    found = {trust_of(each, now) for each in rounds}
    return next((trust for trust in _WORST if trust in found), Trust.LOCAL)


def as_of(rounds: Sequence[Rounds], now: Instant) -> Instant:
    """Return as of when figures are that come from all of these: the oldest last good round."""
    return min([now, *(each.synced for each in rounds if each.synced is not None)])
