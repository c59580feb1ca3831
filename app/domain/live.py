"""Open calls: what a call that has not ended has used so far, and what its next minute costs.

A call is read from the ledger once; what it is at any later moment follows from the clocks alone.
"""

from dataclasses import replace

from app.domain.banner import banners
from app.domain.beat import Beat, talk_between
from app.domain.event import Call, Source
from app.domain.live_use import sided
from app.domain.meter import LiveCall, Status
from app.domain.money import Money
from app.domain.numbers import Number, NumberClass
from app.domain.open_call import OpenCall, began, beginning, lost
from app.domain.plan import MeterKind
from app.domain.rating import MINUTE_US, Ends, Habits, Rater, legs_by_rule
from app.domain.receipt import Reason
from app.domain.rounding import billed_minutes, longest_below_us


def live_call(
    opened: OpenCall, agent: str, rater: Rater | None, habits: Habits, at: Beat
) -> LiveCall | None:
    """Measure an open call at a moment; ``None`` when it has lost its end.

    ``rater``: of the plan in force when it began, ``None`` without one.
    """
    if lost(opened, at):
        return None
    method = opened.method or habits.method
    answered = None if opened.answered is None else beginning(opened)
    call = LiveCall(
        opened.id, agent, began(opened), opened.number, method.value, 0, 0,
        answered=answered, legs=0, draws=frozenset(), reason=Reason.NO_PLAN, phase=opened.phase,
        direction=opened.direction, name=opened.name, source=opened.source, seen=opened.seen,
    )  # fmt: skip
    return measured(call if rater is None else _rated(call, opened, rater, habits), at)


def measured(call: LiveCall, at: Beat) -> LiveCall:
    """Return a call as it is at a moment.

    A minute counts from its first moment on, so a call that was just answered has used one.
    """
    if call.answered is None:
        return call
    elapsed = talk_between(call.answered, at)
    talk = max(1, elapsed)
    minutes = sum(billed_minutes((talk,) * call.legs, call.rounding)) if call.legs else 0
    amount = call.rate * -(-talk // MINUTE_US) if call.rate else None
    return replace(call, elapsed_us=elapsed, minutes=minutes, amount=amount)


def until_minutes_us(call: LiveCall, minutes: int) -> int | None:
    """Return the microseconds until a call has used so many minutes, 0 where it has already.

    It has used them a moment later. ``None`` for a call that rings or uses none.
    """
    if call.minutes >= minutes:
        return 0
    if call.answered is None or not call.legs:
        return None
    return max(0, longest_below_us(minutes, call.legs, call.rounding) - call.elapsed_us)


def until_next_us(call: LiveCall) -> int | None:
    """Return the microseconds until one more minute counts, as :func:`until_minutes_us`."""
    return until_minutes_us(call, call.minutes + 1)


def status_at(status: Status, at: Beat) -> Status:
    """Return a status with its open calls as they are at a moment, and the banners they make.

    Its meters stand as they were read, without the calls that are open.
    """
    live = sided(measured(call, at) for call in status.live)
    told = banners(status.meters, live, status.trust, status.first_reading)
    return replace(status, live=live, banners=told)


def _rated(call: LiveCall, opened: OpenCall, rater: Rater, habits: Habits) -> LiveCall:
    """Say what a call counts on, in how many legs, and what one more minute of it costs."""
    ends = Ends(far=Number(opened.number, NumberClass.KNOWN, ""))
    moment = Call(
        Source(opened.source), "", call.start, 1, opened.direction, far=opened.number,
        method=opened.method,
    )  # fmt: skip
    rated = rater.call(moment, ends, habits)
    draws = frozenset(charge.kind for charge in rated.charges)
    if MeterKind.MINUTES not in draws:
        return replace(call, draws=draws, reason=rated.reason)
    legs = rater.legs(moment, habits)
    rates = [
        rater.prices.rate("minute", leg.origin, leg.destination, call.start)
        for leg in legs_by_rule(moment, (1,) * legs, ends, habits)
    ]
    rate = _sum([row.rate if row else None for row in rates])
    return replace(
        call, draws=draws, reason=Reason.NONE, legs=legs, rounding=rater.rounding, rate=rate
    )


def _sum(rates: list[Money | None]) -> Money | None:
    total: Money | None = None
    for rate in rates:
        if rate is None or (total and total.currency != rate.currency):
            return None
        total = total + rate if total else rate
    return total
