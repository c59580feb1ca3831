"""Statuses with calls that ring, talk, hold and are out of sight, for pictures of the strip."""

from dataclasses import replace

from app.domain.call_report import Phase
from app.domain.event import Direction
from app.domain.instant import SECOND, Instant
from app.domain.meter import Level, LiveCall, Status
from app.domain.plan import PastLimit
from app.domain.receipt import Reason
from tests.support import states
from tests.support.meters import NOW


def cases() -> dict[str, Status]:
    """A status for each way a strip can look, by name."""
    near = states.calling(84, Level.NEAR)
    few = states.calling(10, Level.NEAR)
    blocked = replace(states.calling(0, Level.BLOCKED), past=PastLimit.BLOCKED, linked=False)
    anna = replace(states.open_call(161), name="Anna Brandt", told=True)
    phone = replace(states.open_call(278), method="phone", legs=2, minutes=10)
    free = replace(
        states.open_call(), draws=frozenset(), legs=0, minutes=0, amount=None,
        reason=Reason.INBOUND, direction=Direction.INBOUND,
    )  # fmt: skip
    unplanned = replace(free, reason=Reason.NO_PLAN, direction=Direction.OUTBOUND)
    status = states.status
    return {
        "included": status(near, live=(anna,)),
        "long": status(near, live=(replace(states.open_call(4_000), name=_LONG),)),
        "held": status(near, live=(replace(anna, phase=Phase.HELD),)),
        "lost": status(near, live=(_lost(anna),)),
        "soon": status(few, live=(states.open_call(30),)),
        "limit": status(replace(few, used=1997), live=(states.open_call(278),)),
        "billed": status(states.billed_meter(), live=(states.open_call(),)),
        "billed_phone": status(states.billed_meter(), live=(phone,)),
        "unpriced": status(states.billed_meter(), live=(states.open_call(priced=False),)),
        "over": status(blocked, live=(states.open_call(),)),
        "free": status(near, live=(free,)),
        "unplanned": status(live=(unplanned,)),
        "ringing": status(near, ringing=(ringing(direction=Direction.INBOUND),)),
        "several": status(near, live=(anna, replace(states.open_call(30), id="2"))),
    }


def ringing(**said: object) -> LiveCall:
    """A call that nobody has answered yet."""
    call = replace(states.open_call(0), answered=None, phase=Phase.RINGING, minutes=0)
    return replace(call, **said)  # type: ignore[arg-type]  # fields named by the tests


def _lost(call: LiveCall) -> LiveCall:
    seen = Instant(NOW - 90 * SECOND)
    return replace(call, phase=Phase.OUT_OF_SIGHT, source="baresip", seen=seen, told=False)


_LONG = "Maximiliane von Hohenstein-Schwarzenfels"
