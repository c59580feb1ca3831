"""Twilio's messages as facts; a body is counted here, and in nothing that is handed on."""

from operator import itemgetter

from app.domain.event import Direction, Text
from app.domain.twilio import TwilioMessage, is_on_its_way, text_of, was_never_sent
from app.remote.twilio.dates import when
from app.remote.twilio.record import Record, Taken, is_priced, picked, text

_NAMES = (
    *("sid", "from", "to", "direction", "account_sid", "date_sent", "date_created", "body"),
    *("num_segments", "num_media", "price", "price_unit"),
)
_pick = itemgetter(*_NAMES)
_ON_ITS_WAY, _NEVER_SENT = Taken(None, final=False), Taken(None, final=True)


def taken(record: Record, account: str) -> Taken:
    """Read a message of an account; UnreadableRecord. What was never sent is no fact.

    Through a Messaging Service the segments are "0" at first; like the price they come later.
    """
    status = text(record, "status")
    if is_on_its_way(status):
        return _ON_ITS_WAY
    if was_never_sent(status):
        return _NEVER_SENT
    fact = _fact(record, account)
    return Taken(fact, final=is_priced(record) and fact.reported is not None)


def _fact(record: Record, account: str) -> Text:
    sid, own, far, way, named, sent, created, body, *counts = picked(record, _NAMES, _pick)
    segments, media, paid, unit = counts
    said = TwilioMessage(named or account, sid, own, far, way, segments, media, paid, unit, body)
    return text_of(said, when(sent or created), Direction.OUTBOUND)
