"""Twilio's calls as facts: every row is a leg, the same as its export file makes of it."""

from app.domain.call_words import State, state, talk
from app.domain.event import Call, Direction, Leg
from app.domain.instant import SECOND
from app.domain.money import Money
from app.domain.record_values import price, source
from app.domain.twilio import ADDRESSES, call_direction
from app.remote.twilio.dates import when
from app.remote.twilio.record import Record, Taken, is_priced, number, text

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
    sid, origin, destination = (text(record, name).strip() for name in ("sid", "from", "to"))
    talked = talk(status, number(record, "duration"), SECOND)
    leg = Leg(talked, origin, destination, sid, _price(record))
    from_address = origin.startswith(ADDRESSES)
    direction = call_direction(text(record, "direction"), from_address, Direction.OUTBOUND)
    inbound = direction is Direction.INBOUND
    own, far = (destination, origin) if inbound else (origin, destination)
    call_id = text(record, "parent_call_sid").strip() or sid
    start = when(text(record, "start_time"))
    named = source("twilio", text(record, "account_sid") or account)
    return Call(named, call_id, start, talked, direction, own, far, legs=(leg,))


def _price(record: Record) -> Money | None:
    return price(number(record, "price"), text(record, "price_unit"))
