"""Levels: how a meter stands, without memory, and how an open window remembers where that flickers.

``status`` uses :func:`level_of` alone; a window folds each evaluation into the last with
:func:`settle`.
"""

from dataclasses import replace

from app.domain.meter import Level, Meter
from app.domain.plan import PastLimit


def level_of(meter: Meter, *, near_percent: int, has_data: bool) -> Level:
    """Return the level of a meter from its figures; the level it carries is not looked at.

    ``near_percent``: share of use from which it is near, 0 for no such threshold. ``has_data``:
    anything was ever recorded or synced. An allowance of 0 whose units are billed is fine until
    something is.
    """
    if not has_data:
        return Level.NO_DATA
    if meter.included == 0 and _goes_on(meter):
        return Level.BILLED if meter.billed else Level.FINE
    if meter.remaining == 0:
        return _used_up(meter)
    if _is_near(meter, near_percent):
        return Level.NEAR
    return Level.AHEAD if is_ahead(meter) else Level.FINE


def is_ahead(meter: Meter) -> bool:
    """Tell whether the forecast ends before the reset."""
    return meter.forecast is not None and meter.forecast.runs_out is not None


def leaves_near(meter: Meter) -> bool:
    """Tell whether enough is left to leave near in an open window: 110 % of the warning or more."""
    return meter.remaining * 10 >= meter.warn_at_remaining * 11


def settle(previous: Meter | None, now: Meter) -> Meter:
    """Return the meter as an open window shows it after it showed ``previous``.

    Near is left only by :func:`leaves_near`, a reset or a plan change. Ahead needs two evaluations
    in a row; the first one keeps its forecast and is otherwise fine.
    """
    if previous is not None and not _same_terms(previous, now):
        previous = None
    if now.level not in (Level.AHEAD, Level.FINE):
        return now
    if previous is not None and previous.level is Level.NEAR and not leaves_near(now):
        return replace(now, level=Level.NEAR)
    if now.level is Level.AHEAD and (previous is None or not is_ahead(previous)):
        return replace(now, level=Level.FINE)
    return now


def _goes_on(meter: Meter) -> bool:
    """Tell whether units past the allowance are billed rather than stopped."""
    linked = meter.past is PastLimit.TWILIO_CONNECT and meter.linked
    return linked or meter.past is PastLimit.BILLED


def _used_up(meter: Meter) -> Level:
    if _goes_on(meter):
        return Level.BILLED
    return Level.BLOCKED if meter.past is PastLimit.BLOCKED else Level.COULD_BE_BILLED


def _is_near(meter: Meter, near_percent: int) -> bool:
    # The remaining is above 0 here, so a warning of 0 never warns.
    if meter.remaining <= meter.warn_at_remaining:
        return True
    return near_percent > 0 and meter.used * 100 >= meter.included * near_percent


def _same_terms(previous: Meter, now: Meter) -> bool:
    return _terms(previous) == _terms(now)


def _terms(meter: Meter) -> tuple[object, ...]:
    cycle, allowance = meter.cycle, (meter.included, meter.warn_at_remaining, meter.past)
    return meter.plan, meter.kind, meter.agent, cycle, allowance
