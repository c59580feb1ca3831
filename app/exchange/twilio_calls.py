"""Twilio calls, from the console, a script or the API: every row is one leg of a call.

A leg that another call created carries that call's id in ``parent_call_sid``; the root is the row
whose own id is the call's id. Times without a zone are UTC.
"""

from datetime import UTC

from app.domain.call_words import talk
from app.domain.event import Call, Direction, Leg
from app.domain.instant import SECOND
from app.domain.record_values import price, source
from app.domain.twilio import ADDRESSES, call_direction
from app.exchange.columns import Cells, column
from app.exchange.format import Convert, Format, Setup, Shape

COLUMNS = (
    column("Account SID", "account"),
    column("sid", "Call SID", required=True),
    column("Parent Call SID", "parent"),
    column("From", "from number", "caller", required=True),
    column("To", "to number", "called", required=True),
    column("Status", "call status"),
    column("Direction"),
    column("Start Time", "started", required=True, date=True),
    column("Duration", "duration (seconds)", "duration (s)", "call duration", required=True),
    column("Price"),
    column("Price Unit", "currency"),
)
_INBOUND, _OUTBOUND = Direction.INBOUND, Direction.OUTBOUND
# The common words; "inbound" is not among them, for it depends on who rings.
_WAYS = {"outbound-api": _OUTBOUND, "outbound-dial": _OUTBOUND}


def _prepare(setup: Setup) -> Convert:
    when, otherwise, account_given = setup.when(UTC), setup.direction, setup.account

    def convert(cells: Cells) -> Call:
        account, sid, parent, origin, destination, status, way, start, length, paid, unit, _ = cells
        own, far, sid = origin.strip(), destination.strip(), sid.strip()
        talked = talk(status, length, SECOND)
        leg = Leg(talked, own, far, sid, price(paid, unit))
        direction = _WAYS.get(way) or call_direction(way, own.startswith(ADDRESSES), otherwise)
        if direction is _INBOUND:
            own, far = far, own
        call_id, origin_of = parent.strip() or sid, source("twilio", account or account_given)
        # Positions instead of names, which take half as long again: this runs once a line.
        return Call(origin_of, call_id, when(start), talked, direction, own, far, None, "", (leg,))

    return convert


CALLS = Format("twilio-calls", Shape.TABLE, COLUMNS, _prepare)
CALLS_JSON = Format("twilio-calls-json", Shape.JSON, COLUMNS, _prepare, page="calls")
