"""Twilio's calls as facts: every row is a leg, the same as its export file makes of it."""

from operator import itemgetter

from app.domain.call_words import State, state, talk
from app.domain.event import Call, Direction, Leg
from app.domain.instant import SECOND
from app.domain.record_values import price, source
from app.domain.twilio import ADDRESSES, call_direction
from app.remote.twilio.dates import when
from app.remote.twilio.record import Record, Taken, is_priced, picked, text

_NAMES = (
    *("sid", "from", "to", "direction", "duration", "start_time", "parent_call_sid"),
    *("account_sid", "price", "price_unit"),
)
_pick = itemgetter(*_NAMES)
_RUNNING = Taken(None, final=False)


def taken(record: Record, account: str) -> Taken:
    """Read a call of an account; UnreadableRecord. A call that runs is no fact yet.

    What was not answered is never priced, so nothing of it is waited for.
    """
    status = text(record, "status")
    reached = state(status)
    if reached is State.OPEN:
        return _RUNNING
    fact = _fact(record, status, account)
    return Taken(fact, final=reached is State.UNANSWERED or is_priced(record))


def _fact(record: Record, status: str, account: str) -> Call:
    sid, origin, far, way, length, start, parent, named, paid, unit = picked(record, _NAMES, _pick)
    own, far = origin.strip(), far.strip()
    talked = talk(status, length, SECOND)
    leg = Leg(talked, own, far, sid, price(paid, unit))
    direction = call_direction(way, own.startswith(ADDRESSES), Direction.OUTBOUND)
    if direction is Direction.INBOUND:
        own, far = far, own
    told_by = source("twilio", named or account)
    # Positions instead of names, which take half as long again: this runs once a record.
    return Call(told_by, parent or sid, when(start), talked, direction, own, far, None, "", (leg,))
