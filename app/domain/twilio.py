"""What Twilio's words mean, the same in an export file and in an answer of its API."""

from functools import lru_cache

from app.domain.event import Direction
from app.domain.plain_name import plain
from app.domain.problem import mark
from app.domain.record_values import count
from app.domain.unreadable import UnreadableRecord

#: What stands before the end of a call that is no telephone number: a browser, a desk phone, a SIM
#: card of the agent's own.
ADDRESSES = ("client:", "sip:", "sim:")
_INBOUND, _OUTBOUND = Direction.INBOUND, Direction.OUTBOUND
_RINGS_IN = frozenset({"inbound", "trunking-originating"})
_NOT_YET = frozenset({"accepted", "scheduled", "queued", "sending", "receiving"})
# An undelivered message left Twilio and is billed; a failed one never did.
_NEVER = frozenset({"failed", "canceled", "cancelled"})


@lru_cache(maxsize=256)
def call_direction(way: str, from_address: bool, otherwise: Direction) -> Direction:  # noqa: FBT001
    """Tell the direction; an agent's own browser or desk phone rings Twilio to place a call.

    ``from_address``: the call came from one of :data:`ADDRESSES`.
    """
    word = way.strip().lower()
    if not word:
        return otherwise
    return _INBOUND if word in _RINGS_IN and not from_address else _OUTBOUND


@lru_cache(maxsize=64)
def text_direction(way: str, otherwise: Direction) -> Direction:
    """Tell the direction of a message."""
    word = way.strip().lower()
    if not word:
        return otherwise
    return _INBOUND if word == "inbound" else _OUTBOUND


@lru_cache(maxsize=64)
def is_on_its_way(status: str) -> bool:
    """Tell whether a message is still to be sent or received."""
    return plain(status) in _NOT_YET


@lru_cache(maxsize=64)
def was_never_sent(status: str) -> bool:
    """Tell whether a message failed before it left Twilio, which bills nothing for it."""
    return plain(status) in _NEVER


def refuse_unsent(status: str) -> None:
    """Raise UnreadableRecord for a message that is not sent yet, or never was."""
    if is_on_its_way(status):
        raise UnreadableRecord(mark("The message is not sent yet ({value})"), status)
    if was_never_sent(status):
        raise UnreadableRecord(mark("The message was not sent ({value})"), status)


@lru_cache(maxsize=64)
def media_of(number: str, sid_kind: str) -> int:
    """Return how many attachments a message has; ``sid_kind``: how its SID begins, MM for MMS."""
    known = count(number)
    return int(sid_kind == "MM") if known is None else known
