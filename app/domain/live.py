"""Open calls: what a call that has not ended has used so far, and what its next minute costs."""

from app.domain.instant import Instant
from app.domain.meter import LiveCall
from app.domain.money import Money
from app.domain.numbers import Number, NumberClass
from app.domain.open_call import OpenCall, as_call, lost
from app.domain.rating import MINUTE_US, Ends, Habits, Rater, legs_by_rule


def live_call(
    opened: OpenCall, agent: str, rater: Rater, habits: Habits, at: Instant
) -> LiveCall | None:
    """Measure an open call at an instant; ``None`` when it draws on no plan or lost its end.

    A minute counts from its first moment on, so a call that was just answered has used one.
    """
    if lost(opened, at):
        return None
    call = as_call(opened, at)
    started = call._replace(talk_us=max(1, call.talk_us))
    ends = Ends(far=Number(opened.number, NumberClass.KNOWN, ""))
    rated = rater.call(started, ends, habits)
    if not rated.charges:
        return None
    method = opened.method or habits.method
    talks = (started.talk_us,) * max(1, len(rated.legs))
    rates = [
        rater.prices.rate("minute", leg.origin, leg.destination, call.start)
        for leg in legs_by_rule(started, talks, ends, habits)
    ]
    minutes = -(-started.talk_us // MINUTE_US)
    rate = _sum([row.rate if row else None for row in rates])
    return LiveCall(
        opened.id, agent, call.start, opened.number, method.value, sum(rated.legs),
        call.talk_us, rate, rate * minutes if rate else None,
    )  # fmt: skip


def _sum(rates: list[Money | None]) -> Money | None:
    total: Money | None = None
    for rate in rates:
        if rate is None or (total and total.currency != rate.currency):
            return None
        total = total + rate if total else rate
    return total
