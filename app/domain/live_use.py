"""What calls that are open use of a meter, and on which side of its allowance each one stands.

Calls draw in the order in which they began, open ones as much as ended ones, and a call stays
whole on the side on which it began.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.meter import LiveCall, Meter
from app.domain.plan import Line, MeterKind, PastLimit, Scope


def in_order(calls: Iterable[LiveCall]) -> list[LiveCall]:
    """Return calls in the order in which they began."""
    return sorted(calls, key=lambda call: (call.start, call.id))


def sided(calls: Iterable[LiveCall]) -> tuple[LiveCall, ...]:
    """Say of every call on which side it stands, open calls that began before it taken off."""
    found: list[LiveCall] = []
    for call in in_order(calls):
        if call.left is None or MeterKind.MINUTES not in call.draws:
            found.append(call)
            continue
        before = sum(each.minutes for each in found if _shares(each, call))
        found.append(replace(call, past=call.left <= before))
    return tuple(found)


def calls_on(meter: Meter, calls: Iterable[LiveCall]) -> list[LiveCall]:
    """Return the open calls that draw on a meter, the longest open first."""
    if meter.line is not Line.CALLS:
        return []
    return in_order(
        call
        for call in calls
        if meter.kind in call.draws and (meter.scope is not Scope.USER or call.agent == meter.agent)
    )


def began_past(call: LiveCall, meter: Meter) -> bool:
    """Tell on which side of the allowance a call began: it stays there until it ends."""
    return meter.remaining == 0 if call.past is None else call.past


def included(meter: Meter, calls: Iterable[LiveCall]) -> list[LiveCall]:
    """Return the open calls that the allowance of a meter covers, in its cycle."""
    drawing = [call for call in calls_on(meter, calls) if not began_past(call, meter)]
    return [call for call in drawing if call.start >= meter.cycle.start]


def billed(meter: Meter, calls: Iterable[LiveCall]) -> list[LiveCall]:
    """Return the open calls that are billed, each from its answer to its end by how it began."""
    return [call for call in calls_on(meter, calls) if is_billed(call, meter)]


def is_billed(call: LiveCall, meter: Meter) -> bool:
    """Tell whether a call that draws on a meter is billed."""
    return began_past(call, meter) and goes_on(call, meter)


def goes_on(call: LiveCall, meter: Meter) -> bool:
    """Tell whether calls like this one are billed past the limit rather than blocked."""
    if call.goes_on is not None:
        return call.goes_on
    linked = meter.past is PastLimit.TWILIO_CONNECT and meter.linked
    return linked or meter.past is PastLimit.BILLED


def units(meter: Meter, calls: Sequence[LiveCall]) -> int:
    """Return how much of a meter calls have used so far."""
    if meter.kind is MeterKind.CALLS:
        return len(calls)
    return sum(call.minutes for call in calls)


def used_with_calls(meter: Meter, calls: Iterable[LiveCall]) -> int:
    """Return what is used of a meter, open calls that it covers with it."""
    return meter.used + units(meter, included(meter, calls))


def left_with_calls(meter: Meter, calls: Iterable[LiveCall]) -> int:
    """Return what is left of a meter after the open calls so far, never below 0."""
    return max(0, meter.included - used_with_calls(meter, calls))


def _shares(one: LiveCall, other: LiveCall) -> bool:
    """Tell whether two calls draw on the same minutes."""
    both = MeterKind.MINUTES in one.draws and MeterKind.MINUTES in other.draws
    return both and (other.shared or one.agent == other.agent)
