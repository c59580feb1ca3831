"""Open calls: what a call that has not ended has used so far, and what its next minute costs."""

from hashlib import blake2b
from typing import NamedTuple

from app.domain.event import Call, Direction, Method, Source
from app.domain.instant import DAY, Instant
from app.domain.meter import LiveCall
from app.domain.money import Money
from app.domain.numbers import Number, NumberClass
from app.domain.rating import MINUTE_US, Ends, Habits, Rater, legs_by_rule

# Softphones cut a call off after a few hours; one that is open for a day lost its end.
_LONGEST = DAY
#: Stands for the id of a call of which neither an id nor a number was reported.
NAMELESS = "call"


class OpenCall(NamedTuple):
    """A call a live source reported as begun and not yet as ended.

    ``id``: the softphone's own, else the number. ``answered``: when talk began, ``None`` while it
    rings. ``number``: the far end, in E.164 where it is a phone number.
    """

    id: str
    rang: Instant
    answered: Instant | None
    number: str
    direction: Direction
    method: Method | None
    person: int


def lost(opened: OpenCall, at: Instant) -> bool:
    """Tell whether a call has been open for so long that its end was surely never reported."""
    start = opened.rang if opened.answered is None else opened.answered
    return at - start > _LONGEST


def as_call(opened: OpenCall, at: Instant) -> Call:
    """Write an open call as the record it would be if it ended at an instant.

    The softphone's own id stays beside it, for where that is the SIP Call-ID other logs know it.
    """
    start = opened.answered if opened.answered is not None else opened.rang
    talk = at - start if opened.answered is not None else 0
    call_id = "" if opened.id in {NAMELESS, opened.number} else opened.id
    return Call(
        Source("hook"), f"{_own_id(opened)}@{start}", start, max(0, talk), opened.direction,
        far=opened.number, method=opened.method, call_id=call_id,
    )  # fmt: skip


def _own_id(opened: OpenCall) -> str:
    """Return the id of a record, without the number that may stand in for one."""
    if opened.id != opened.number or opened.id == NAMELESS:
        return opened.id
    return blake2b(opened.id.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


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
