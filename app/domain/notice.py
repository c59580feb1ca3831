"""Notices: which meters are worth interrupting a person for, each level once a cycle."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from app.domain.instant import DAY, Instant
from app.domain.meter import Level, Meter, Trust

#: From mild to bad. Telling a level settles the milder ones too: getting better is no news.
_RISING = (Level.AHEAD, Level.NEAR, Level.COULD_BE_BILLED, Level.BLOCKED, Level.BILLED)
_RANK = {level: rank for rank, level in enumerate(_RISING)}
_GOOD = (Trust.FRESH, Trust.LOCAL)
# Longer than any cycle, so that a clock set forward and back again tells nothing twice.
_KEPT = 100 * DAY

WANTED = frozenset(_RISING)


class NoticeKey(NamedTuple):
    """What is told at most once: one level of one meter in the cycle that starts at ``cycle``."""

    account: str
    meter: str
    agent: str | None
    cycle: Instant
    level: Level


class Due(NamedTuple):
    """Meters to tell about now, as one summary when several, and the keys to remember."""

    meters: tuple[Meter, ...]
    told: frozenset[NoticeKey]


def adopt(
    account: str, meters: Iterable[Meter], told: frozenset[NoticeKey] = frozenset()
) -> frozenset[NoticeKey]:
    """Return the keys to remember at the start of the app, which tells of nothing."""
    return told.union(*(_settled(account, meter) for meter in meters))


def due(
    account: str,
    meters: Collection[Meter],
    *,
    told: frozenset[NoticeKey],
    trust: Trust,
    held: bool = False,
    wanted: Collection[Level] = WANTED,
) -> Due:
    """Return what to tell now.

    ``held``: a call is open, it is a quiet hour, or somebody is presenting. Nothing is told or
    remembered then, so that what still holds afterwards comes at once. Only good fresh data re-arms
    a level that the meter has left; without it an old figure could tell everything again.
    """
    kept = _kept(account, meters, told, good=trust in _GOOD)
    if held:
        return Due((), kept)
    news = tuple(
        meter
        for meter in meters
        if meter.level in wanted and meter.level in _RANK and _key(account, meter) not in kept
    )
    return Due(news, adopt(account, news, kept))


def _settled(account: str, meter: Meter) -> frozenset[NoticeKey]:
    reached = _RISING[: _RANK.get(meter.level, -1) + 1]
    return frozenset(_key(account, meter)._replace(level=level) for level in reached)


def _key(account: str, meter: Meter) -> NoticeKey:
    return NoticeKey(account, meter.id, meter.agent, meter.cycle.start, meter.level)


def _kept(
    account: str, meters: Iterable[Meter], told: frozenset[NoticeKey], *, good: bool
) -> frozenset[NoticeKey]:
    now = {_key(account, meter)[:3]: meter for meter in meters}
    return frozenset(key for key in told if _is_kept(key, now.get(key[:3]), good=good))


def _is_kept(key: NoticeKey, meter: Meter | None, *, good: bool) -> bool:
    if meter is None:
        return True
    if key.cycle != meter.cycle.start:
        return key.cycle > meter.cycle.start - _KEPT
    left = meter.level is not Level.NO_DATA and _RANK[key.level] > _RANK.get(meter.level, -1)
    return not (good and left)
