"""Banners: what the meters, the open calls and the connection have to say, most urgent first."""

from collections.abc import Iterable, Iterator, Sequence

from app.domain.live_use import billed, calls_on, included, units
from app.domain.meter import (
    Banner,
    BannerKind,
    FirstReading,
    Level,
    LiveCall,
    Meter,
    Trust,
)
from app.domain.plan import PastLimit, Scope

_OF_LEVEL = {
    Level.BLOCKED: BannerKind.BLOCKED,
    Level.COULD_BE_BILLED: BannerKind.COULD_BE_BILLED,
    Level.BILLED: BannerKind.BILLED,
    Level.NEAR: BannerKind.NEAR,
    Level.AHEAD: BannerKind.AHEAD,
}
_OF_TRUST = {
    Trust.SIGN_IN: BannerKind.SIGN_IN,
    Trust.DIFFERS: BannerKind.DIFFERS,
    Trust.OFFLINE: BannerKind.OFFLINE,
    Trust.STALE: BannerKind.STALE,
}
#: Banners about the figures as a whole rather than one meter.
ABOUT_TRUST = frozenset(_OF_TRUST.values())
_PRIORITY = {kind: rank for rank, kind in enumerate(BannerKind)}


def banners(
    meters: Sequence[Meter],
    live: Sequence[LiveCall],
    trust: Trust,
    first: FirstReading | None = None,
) -> tuple[Banner, ...]:
    """Return all banners from highest to lowest priority, those of one kind in order of meters.

    The levels of ``meters`` are those without the open calls ``live``. A banner of trust stands
    over the first meter, so without meters there is none; ``first`` is its reason where it is that.
    """
    found = [banner for meter in meters for banner in _of_meter(meter, live)]
    if meters and trust in _OF_TRUST:
        found.append(Banner(_OF_TRUST[trust], meters[0], first_reading=first))
    return tuple(sorted(found, key=lambda banner: _PRIORITY[banner.kind]))


def _of_meter(meter: Meter, live: Iterable[LiveCall]) -> Iterator[Banner]:
    own = calls_on(meter, live)
    past = billed(meter, own)
    if past:
        yield Banner(BannerKind.BILLED_CALL, meter, past[0])
        return
    inside = included(meter, own)
    if inside and meter.remaining <= units(meter, inside):
        yield Banner(BannerKind.LIMIT_IN_CALL, meter, inside[0])
    if meter.level in _OF_LEVEL:
        yield Banner(BannerKind.POOL if _is_pool(meter) else _OF_LEVEL[meter.level], meter)


def _is_pool(meter: Meter) -> bool:
    """Tell whether the team's pool is near or used up, rather than calls billed or blocked."""
    if meter.scope is not Scope.POOL or meter.included == 0:
        return False
    used_up = meter.level is Level.BILLED and meter.past is PastLimit.BILLED
    return used_up or meter.level is Level.NEAR
