"""Trust: how far the figures can be trusted to be today's, from how the last rounds went."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.domain.failure import FailureKind, kind_of
from app.domain.instant import DAY, MINUTE, Instant
from app.domain.meter import FirstReading, Trust
from app.domain.problem import Problem

#: How long the network may be gone before that is told, and how old figures may be at all.
OFFLINE_AFTER = 15 * MINUTE
STALE_AFTER = DAY
#: The worst first: of several sources of figures it is the one to tell.
_WORST = (Trust.SIGN_IN, Trust.STALE, Trust.OFFLINE, Trust.DIFFERS, Trust.FRESH)


class Rounds(NamedTuple):
    """How the rounds with a plan server or a provider went.

    ``synced``: the last good one, ``None`` before the first. ``trouble``: what was wrong with the
    last one. ``account``: the name of the connection with a provider, "" for the plan server.
    """

    synced: Instant | None
    trouble: Problem | None = None
    account: str = ""

    @property
    def is_first(self) -> bool:
        """Tell whether an account is still read for the first time."""
        return self.synced is None and bool(self.account)


def trust_of(rounds: Rounds | None, now: Instant) -> Trust:
    """Return the trust at an instant; ``None``: no connection is set up, all is local.

    A need to sign in goes before everything: nothing else gets better until then. Old figures are
    stale whatever the reason, and so are those of an account that was never read to its end.
    """
    if rounds is None:
        return Trust.LOCAL
    kind = kind_of(rounds.trouble)
    if kind is FailureKind.SIGN_IN:
        return Trust.SIGN_IN
    offline = kind is FailureKind.OFFLINE
    if rounds.synced is None:
        return Trust.OFFLINE if offline and rounds.is_first else Trust.STALE
    return _by_age(now - rounds.synced, offline=offline)


def _by_age(age: int, *, offline: bool) -> Trust:
    if age > STALE_AFTER:
        return Trust.STALE
    return Trust.OFFLINE if offline and age > OFFLINE_AFTER else Trust.FRESH


def worst_trust(rounds: Iterable[Rounds], now: Instant) -> Trust:
    """Return the trust in figures that come from all of these; LOCAL where there are none."""
    found = {trust_of(each, now) for each in rounds}
    return next((trust for trust in _WORST if trust in found), Trust.LOCAL)


def first_reading(rounds: Iterable[Rounds], now: Instant) -> FirstReading | None:
    """Return the first reading that makes trust low, ``None`` where anything else does, too."""
    found = list(rounds)
    worst = worst_trust(found, now)
    causes = [each for each in found if trust_of(each, now) is worst]
    if not causes or not all(each.is_first for each in causes):
        return None
    return FirstReading(causes[0].account, under_way=causes[0].trouble is None)


def as_of(rounds: Sequence[Rounds], now: Instant) -> Instant:
    """Return as of when figures are that come from all of these: the oldest last good round."""
    return min([now, *(each.synced for each in rounds if each.synced is not None)])
