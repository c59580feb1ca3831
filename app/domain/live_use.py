"""What calls that are open use of a meter, and on which side of its allowance each one stands.

Calls draw in the order in which they began, open ones as much as ended ones, and a call stays
whole on the side on which it began.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.call_report import Phase
from app.domain.instant import Instant
from app.domain.meter import LiveCall, Meter, Standing
from app.domain.plan import Line, MeterKind, PastLimit, Scope


def in_order(calls: Iterable[LiveCall]) -> list[LiveCall]:
    """Return calls in the order in which they began."""
    return sorted(calls, key=lambda call: (call.start, call.id))


def sided(calls: Iterable[LiveCall]) -> tuple[LiveCall, ...]:
    """Say of every call on which side it stands, open calls that began before it taken off."""
    found: list[LiveCall] = []
    for call in in_order(calls):
        past = _is_past(call, MeterKind.MINUTES, found)
        of_calls = call.of_calls
        if of_calls is not None:
            of_calls = of_calls._replace(past=_is_past(call, MeterKind.CALLS, found))
        found.append(replace(call, past=past, of_calls=of_calls))
    return tuple(found)


def standing(call: LiveCall, kind: MeterKind) -> Standing:
    """Return how the minutes, or the calls, stood when a call began."""
    if kind is MeterKind.CALLS:
        return call.of_calls or Standing()
    return Standing(call.left, call.shared, call.goes_on, call.past)


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
    past = standing(call, meter.kind).past
    return meter.remaining == 0 if past is None else past


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
    billed_past = standing(call, meter.kind).goes_on
    if billed_past is not None:
        return billed_past
    linked = meter.past is PastLimit.TWILIO_CONNECT and meter.linked
    return linked or meter.past is PastLimit.BILLED


def units(meter: Meter, calls: Sequence[LiveCall]) -> int:
    """Return how much of a meter calls have used so far."""
    return sum(_units(call, meter.kind) for call in calls)


def used_with_calls(meter: Meter, calls: Iterable[LiveCall]) -> int:
    """Return what is used of a meter, open calls that it covers with it."""
    return meter.used + units(meter, included(meter, calls))


def left_with_calls(meter: Meter, calls: Iterable[LiveCall]) -> int:
    """Return what is left of a meter after the open calls so far, never below 0."""
    return max(0, meter.included - used_with_calls(meter, calls))


def taken(kind: MeterKind, calls: Iterable[LiveCall], cycle: Instant, agent: str | None) -> int:
    """Return what open calls have used so far of an allowance, by the start of its cycle.

    ``agent``: whose allowance it is, ``None`` for everybody's.
    """
    return sum(
        _units(call, kind)
        for call in calls
        if call.phase is not Phase.RINGING
        and call.cycle == cycle
        and agent in {None, call.agent}
        and not standing(call, kind).past
    )


def _is_past(call: LiveCall, kind: MeterKind, earlier: Iterable[LiveCall]) -> bool | None:
    found = standing(call, kind)
    if found.left is None or kind not in call.draws:
        return found.past
    agent = None if found.shared else call.agent
    return found.left <= taken(kind, earlier, call.cycle, agent)


def _units(call: LiveCall, kind: MeterKind) -> int:
    if kind not in call.draws:
        return 0
    return 1 if kind is MeterKind.CALLS else call.minutes
