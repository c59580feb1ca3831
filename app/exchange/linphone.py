"""The call log of Linphone: a database of its own up to 5.1, a table in linphone.db since 5.2.

A missed call has a duration too, that of the ringing: only a call that was connected counts. Times
are seconds since 1970, or dates in UTC. A row may be written while its call goes on, and again
later: it has no duration by then.
"""

from datetime import UTC

from app.domain.durations import duration
from app.domain.event import Call, Direction
from app.domain.instant import SECOND
from app.domain.problem import mark
from app.domain.record_values import source
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Cells, column
from app.exchange.ends import display_of, end_of
from app.exchange.format import Convert, Format, Query, Setup, Shape
from app.exchange.identities import made_id
from app.exchange.record import Remarked

COLUMNS = (
    column("call_id"),
    column("caller", required=True),
    column("callee", required=True),
    column("caller_name"),
    column("callee_name"),
    column("direction", required=True),
    column("start_time", required=True),
    column("connected_time", required=True),
    column("duration", required=True),
    column("status", required=True),
)
_SINCE_5_2 = Query(
    "conference_call",
    "record.call_id, caller.value AS caller, callee.value AS callee, "
    "caller.display_name AS caller_name, callee.display_name AS callee_name, record.direction, "
    "record.start_time, record.connected_time, record.duration, record.status",
    "LEFT JOIN sip_address AS caller ON caller.id = record.from_sip_address_id "
    "LEFT JOIN sip_address AS callee ON callee.id = record.to_sip_address_id",
)
_UP_TO_5_1 = Query(
    "call_history",
    "record.call_id, record.caller, record.callee, record.direction, record.start_time, "
    "record.connected_time, record.duration, record.status",
)
_WAYS = {"0": Direction.OUTBOUND, "1": Direction.INBOUND}
_SUCCESS, _ABORTED = "0", "1"


def _prepare(setup: Setup) -> Convert:
    when = setup.when(UTC)

    def convert(cells: Cells) -> Remarked:
        call_id, caller, callee, caller_name, callee_name, way, start, *rest = cells
        connected, length, status, _ = rest
        direction = _direction(way)
        names = caller_name or display_of(caller), callee_name or display_of(callee)
        ends = end_of(caller), end_of(callee)
        own, far = ends if direction is Direction.OUTBOUND else ends[::-1]
        answered = status == _SUCCESS and _happened(connected)
        lasted = duration(length, SECOND)
        call = Call(
            source("linphone", setup.account),
            call_id or made_id(start, direction, far),
            when(start),
            lasted if answered else 0,
            direction,
            own,
            far,
            name=names[direction is Direction.OUTBOUND],
            call_id=call_id,
        )
        return Remarked(call, unfinished=not lasted and status in {_SUCCESS, _ABORTED})

    return convert


def _direction(way: str) -> Direction:
    try:
        return _WAYS[way]
    except KeyError:
        raise UnreadableRecord(mark("“{value}” is not a direction"), way) from None


def _happened(time: str) -> bool:
    return time.strip() not in {"", "0"} and not time.startswith("1970-01-01")


LOG = Format("linphone", Shape.DATABASE, COLUMNS, _prepare, queries=(_SINCE_5_2, _UP_TO_5_1))
