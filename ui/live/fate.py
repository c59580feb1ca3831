"""What becomes of an open call: included, billed, or past a limit that bills nothing."""

from enum import Enum, auto

from app.domain.live_use import began_past, left_with_calls
from app.domain.meter import LiveCall, Meter, Status
from app.domain.plan import PastLimit


class Fate(Enum):
    """``NONE``: it uses no minutes, or there is no plan."""

    NONE = auto()
    INCLUDED = auto()
    BILLED = auto()
    OVER = auto()


def fate_of(call: LiveCall, meter: Meter | None, status: Status) -> Fate:
    """Tell what becomes of a call; of one that rings, what would if it were answered now."""
    if meter is None:
        return Fate.NONE
    past = began_past(call, meter) if call.answered else not left_with_calls(meter, status.live)
    if not past:
        return Fate.INCLUDED
    return Fate.BILLED if _goes_on(call, meter) else Fate.OVER


def next_is_billed(meter: Meter) -> bool:
    """Tell whether calls that begin past the limit are billed rather than blocked."""
    linked = meter.past is PastLimit.TWILIO_CONNECT and meter.linked
    return linked or meter.past is PastLimit.BILLED


def _goes_on(call: LiveCall, meter: Meter) -> bool:
    return next_is_billed(meter) if call.goes_on is None else call.goes_on
