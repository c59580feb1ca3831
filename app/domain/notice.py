"""Notices: what is worth interrupting a person for, each level of a meter once a cycle."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.instant import DAY, MINUTE, Instant
from app.domain.level import is_ahead
from app.domain.meter import Level, Meter, Trust
from app.domain.notice_choice import NoticeChoice

#: From mild to bad. Telling a level settles the milder ones too: getting better is no news.
_RISING = (Level.AHEAD, Level.NEAR, Level.COULD_BE_BILLED, Level.BLOCKED, Level.BILLED)
_RANK = {level: rank for rank, level in enumerate(_RISING)}
_GOOD = (Trust.FRESH, Trust.LOCAL)
#: Trouble of syncing that is told, each once until the figures are today's again.
TROUBLE = (Trust.SIGN_IN, Trust.STALE)
_MENDED = (Trust.FRESH, Trust.LOCAL, Trust.DIFFERS)
# Longer than any cycle, so that a clock set forward and back again tells nothing twice.
_KEPT = 100 * DAY
_A_WHILE = 5 * MINUTE
_OF_NO_CYCLE = Instant(0)

#: Everything that can be told.
WANTED: frozenset[Level | Trust] = frozenset((*_RISING, *TROUBLE))


class NoticeKey(NamedTuple):
    """What is told at most once: one level of one meter in the cycle that starts at ``cycle``.

    Of trouble with syncing ``level`` is the trust, and there is neither meter nor cycle.
    """

    account: str
    meter: str
    agent: str | None
    cycle: Instant
    level: Level | Trust


@dataclass(frozen=True, slots=True)
class Standing:
    """How everything stands at one look.

    ``account``: whose figures they are. ``whole``: no first reading is under way, so that nothing
    is missing from them. ``lasts``: figures that are old have been so for a while, and no sync was
    just on its way. ``now`` bounds what is remembered of meters that are gone.
    """

    account: str
    meters: tuple[Meter, ...]
    trust: Trust
    now: Instant
    whole: bool = True
    lasts: bool = True

    @property
    def trouble(self) -> NoticeKey | None:
        """The key of what is wrong with syncing, ``None`` where nothing of it is to be told."""
        lasts = self.lasts or self.trust is not Trust.STALE
        if not (self.whole and lasts) or self.trust not in TROUBLE:
            return None
        return NoticeKey(self.account, "", None, _OF_NO_CYCLE, self.trust)

    def key(self, meter: Meter) -> NoticeKey:
        """Return the key of a meter's level."""
        return NoticeKey(self.account, meter.id, meter.agent, meter.cycle.start, meter.level)


class Seen(NamedTuple):
    """A trust, and since when it has been so."""

    trust: Trust
    since: Instant

    def next(self, trust: Trust, now: Instant) -> "Seen":
        """Return what is seen at the next look."""
        return self if trust is self.trust and self.since <= now else Seen(trust, now)

    def lasts(self, now: Instant) -> bool:
        """Tell whether it has been so for a while: after a sleep the first sync may mend it."""
        return now - self.since >= _A_WHILE


class Due(NamedTuple):
    """What to tell now, as one summary when several, and the keys to remember.

    ``trouble``: what is wrong with syncing, ``None`` where that is no news.
    """

    meters: tuple[Meter, ...]
    told: frozenset[NoticeKey]
    trouble: Trust | None = None


def adopt(standing: Standing, told: frozenset[NoticeKey] = frozenset()) -> frozenset[NoticeKey]:
    """Return the keys to remember at the start of the app, which tells of nothing."""
    reached = (standing.key(meter)._replace(level=_reached(meter)) for meter in standing.meters)
    settled = told.union(*(_settled(key) for key in reached))
    return settled | {standing.trouble} if standing.trouble else settled


def due(
    standing: Standing,
    *,
    told: frozenset[NoticeKey],
    held: bool = False,
    wanted: Collection[Level | Trust] = WANTED,
    asleep: Collection[NoticeKey] = (),
) -> Due:
    """Return what to tell now.

    ``held``: a call is open, it is a quiet hour, or somebody is presenting. Nothing is told or
    remembered then, so that what still holds afterwards comes at once; figures that are not whole
    hold everything likewise. Only good fresh data re-arms a level that the meter has left; without
    it an old figure could tell everything again. ``asleep``: levels that a person put off. They and
    milder ones of the same meter are not told, and the level itself is told again afterwards,
    because that was asked for.
    """
    sleeping = frozenset(asleep)
    kept = _kept(standing, told) - sleeping
    if held or not standing.whole:
        return Due((), kept)
    news = tuple(
        meter
        for meter in standing.meters
        if meter.level in wanted
        and meter.level in _RANK
        and (key := standing.key(meter)) not in kept
        and not _sleeps(key, sleeping)
    )
    settled = kept.union(*(_settled(standing.key(meter)) for meter in news))
    trouble = standing.trouble
    if trouble is None or trouble in kept or trouble.level not in wanted:
        return Due(news, settled)
    return Due(news, settled | {trouble}, standing.trust)


def wanted(choice: NoticeChoice) -> frozenset[Level | Trust]:
    """Return the levels that a person wants to be told of, trouble with syncing among them."""
    kinds: tuple[tuple[bool, tuple[Level | Trust, ...]], ...] = (
        (choice.near, (Level.NEAR,)),
        (choice.limit, (Level.BLOCKED, Level.COULD_BE_BILLED)),
        (choice.billed, (Level.BILLED,)),
        (choice.ahead, (Level.AHEAD,)),
        (choice.stale, TROUBLE),
    )
    return frozenset(level for is_wanted, levels in kinds if is_wanted for level in levels)


def holds(key: NoticeKey, standing: Standing) -> bool:
    """Tell whether what a notice says is still so."""
    return key == standing.trouble or key in {standing.key(meter) for meter in standing.meters}


def _settled(key: NoticeKey) -> frozenset[NoticeKey]:
    reached = _RISING[: _rank(key) + 1]
    return frozenset(key._replace(level=level) for level in reached)


def _reached(meter: Meter) -> Level:
    """Return the level, and ahead where an open window waits for a second look at that."""
    return Level.AHEAD if meter.level is Level.FINE and is_ahead(meter) else meter.level


def _rank(key: NoticeKey) -> int:
    return _RANK.get(key.level, -1) if isinstance(key.level, Level) else -1


def _sleeps(key: NoticeKey, asleep: Iterable[NoticeKey]) -> bool:
    return any(each[:4] == key[:4] and _rank(each) >= _rank(key) for each in asleep)


def _kept(standing: Standing, told: Iterable[NoticeKey]) -> frozenset[NoticeKey]:
    return frozenset(_still_told(standing, told))


def _still_told(standing: Standing, told: Iterable[NoticeKey]) -> Iterator[NoticeKey]:
    now = {standing.key(meter)[:3]: meter for meter in standing.meters}
    for key in told:
        if isinstance(key.level, Trust):
            if key.account != standing.account or standing.trust not in _MENDED:
                yield key
        elif _counts(key, now.get(key[:3]), standing):
            yield key


def _counts(key: NoticeKey, meter: Meter | None, standing: Standing) -> bool:
    """Tell whether a level of a meter still counts as told."""
    if meter is None or key.cycle != meter.cycle.start:
        return key.cycle > standing.now - _KEPT
    left = meter.level is not Level.NO_DATA and _rank(key) > _RANK.get(_reached(meter), -1)
    return not (left and standing.trust in _GOOD)
