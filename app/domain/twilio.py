"""What Twilio's words mean, the same in an export file and in an answer of its API."""

from functools import lru_cache
from typing import NamedTuple

from app.domain.event import Direction, Text
from app.domain.instant import Instant
from app.domain.plain_name import plain
from app.domain.problem import mark
from app.domain.record_values import count, price, source, weigh
from app.domain.unreadable import UnreadableRecord

#: What stands before the end of a call that is no telephone number: a browser, a desk phone, a SIM
#: card of the agent's own.
ADDRESSES = ("client:", "sip:", "sim:")
_INBOUND, _OUTBOUND = Direction.INBOUND, Direction.OUTBOUND
_RINGS_IN = frozenset({"inbound", "trunking-originating"})
_NOT_YET = frozenset({"accepted", "scheduled", "queued", "sending", "receiving"})
# An undelivered message left Twilio and is billed; a failed one never did.
_NEVER = frozenset({"failed", "canceled", "cancelled"})


class TwilioMessage(NamedTuple):
    """The values of a message as Twilio writes them, "" where it has none.

    ``account``: the SID of the account that sent or received it. The body goes no further.
    """

    account: str
    sid: str
    origin: str
    destination: str
    way: str
    segments: str
    media: str
    paid: str
    currency: str
    body: str


def text_of(said: TwilioMessage, start: Instant, otherwise: Direction) -> Text:
    """Make the fact of a message; its body is counted here, and in nothing that is handed on.

    ``otherwise``: the direction of one that tells none. UnreadableRecord for one without sense.
    """
    sid, direction = said.sid.strip(), text_direction(said.way, otherwise)
    own, far = said.origin.strip(), said.destination.strip()
    if direction is _INBOUND:
        own, far = far, own
    weight = weigh(said.body)
    return Text(
        source("twilio", said.account),
        sid,
        start,
        direction,
        own,
        far,
        "",
        weight.counted,
        count(said.segments) or None,
        weight.encoding,
        weight.units,
        weight.characters,
        media_of(said.media, sid[:2]),
        price=price(said.paid, said.currency),
    )


# By position, as keywords would cost a look-up of their own once a record.
@lru_cache(maxsize=256)
def call_direction(
    way: str,
    from_address: bool,  # noqa: FBT001 - by position, for the reason above
    otherwise: Direction,
) -> Direction:
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
