"""What becomes of an open call: included, billed, or past a limit that bills nothing."""

from enum import Enum, auto

from app.domain.live_use import began_past, calls_on, goes_on, left_with_calls
from app.domain.meter import LiveCall, Meter, Status


class Fate(Enum):
    """``NONE``: it uses no minutes, or there is no plan."""

    NONE = auto()
    INCLUDED = auto()
    BILLED = auto()
    OVER = auto()


def fate_of(call: LiveCall, meter: Meter | None, status: Status) -> Fate:
    """Tell what becomes of a call; of one that rings, what would if it were answered now.

    ``meter``: its minutes. Where the plan counts calls too, the stricter of the two decides.
    """
    if meter is None:
        return Fate.NONE
    fates = {_on(each, call, status) for each in status.meters if calls_on(each, [call])}
    return next((fate for fate in (Fate.BILLED, Fate.OVER) if fate in fates), Fate.INCLUDED)


def _on(meter: Meter, call: LiveCall, status: Status) -> Fate:
    past = began_past(call, meter) if call.answered else not left_with_calls(meter, status.live)
    if not past:
        return Fate.INCLUDED
    return Fate.BILLED if goes_on(call, meter) else Fate.OVER
