"""Banners: what the meters, the open calls and the connection have to say, most urgent first."""

from collections.abc import Iterable, Iterator, Sequence

from app.domain.meter import (
    Banner,
    BannerKind,
    FirstReading,
    Level,
    LiveCall,
    Meter,
    Trust,
)
from app.domain.plan import Line, MeterKind, PastLimit, Scope

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
    own = _calls_on(meter, live)
    past = [call for call in own if _began_past(call, meter)]
    inside = [call for call in own if call not in past]
    if past and _bills_calls(meter):
        yield Banner(BannerKind.BILLED_CALL, meter, past[0])
        return
    if inside and meter.remaining <= _units(meter, inside):
        yield Banner(BannerKind.LIMIT_IN_CALL, meter, inside[0])
    if meter.level in _OF_LEVEL:
        yield Banner(BannerKind.POOL if _is_pool(meter) else _OF_LEVEL[meter.level], meter)


def _calls_on(meter: Meter, live: Iterable[LiveCall]) -> list[LiveCall]:
    """Return the open calls that draw on a meter, the longest open first."""
    if meter.line is not Line.CALLS:
        return []
    drawing = [call for call in live if meter.scope is not Scope.USER or call.agent == meter.agent]
    return sorted(drawing, key=lambda call: (call.start, call.id))


def _began_past(call: LiveCall, meter: Meter) -> bool:
    """Tell on which side of the allowance a call began: it stays there until it ends."""
    return meter.remaining == 0 if call.past is None else call.past


def _bills_calls(meter: Meter) -> bool:
    linked = meter.past is PastLimit.TWILIO_CONNECT and meter.linked
    return meter.remaining == 0 and (linked or meter.past is PastLimit.BILLED)


def _units(meter: Meter, calls: Sequence[LiveCall]) -> int:
    if meter.kind is MeterKind.CALLS:
        return len(calls)
    return sum(call.minutes for call in calls)


def _is_pool(meter: Meter) -> bool:
    """Tell whether the team's pool is near or used up, rather than calls billed or blocked."""
    if meter.scope is not Scope.POOL or meter.included == 0:
        return False
    used_up = meter.level is Level.BILLED and meter.past is PastLimit.BILLED
    return used_up or meter.level is Level.NEAR
