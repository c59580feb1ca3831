"""Whether the next round with a server is due."""

from app.domain.instant import MINUTE, Instant

#: No round is ever planned further ahead: a day, the most that a server may ask for, and a quarter.
_FURTHEST = 30 * 60 * MINUTE


def is_due(planned: Instant | None, now: Instant) -> bool:
    """Tell whether a round that was planned for an instant is due; ``None`` is at once.

    One that seems further away than any is ever planned was planned by a clock that went wrong,
    and is due as well.
    """
    return planned is None or not 0 < planned - now <= _FURTHEST
