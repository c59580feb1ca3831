"""Twilio's messages as facts; a body is counted here, and in nothing that is handed on."""

from app.domain.event import Direction, Text
from app.domain.record_values import count, price, source, weigh
from app.domain.twilio import is_on_its_way, media_of, refuse_unsent, text_direction
from app.remote.twilio.dates import when
from app.remote.twilio.record import Record, Taken, is_priced, number, text

_ON_ITS_WAY = Taken(None, final=False)


def taken(record: Record, account: str) -> Taken:
    """Read a message of an account; UnreadableRecord, also for one that was never sent.

    Through a Messaging Service the segments are "0" at first; like the price they come later.
    """
    status = text(record, "status")
    if is_on_its_way(status):
        return _ON_ITS_WAY
    refuse_unsent(status)
    fact = _fact(record, account)
    return Taken(fact, final=is_priced(record) and fact.reported is not None)


def _fact(record: Record, account: str) -> Text:
    sid, origin, destination = (text(record, name).strip() for name in ("sid", "from", "to"))
    direction = text_direction(text(record, "direction"), Direction.OUTBOUND)
    inbound = direction is Direction.INBOUND
    weight = weigh(text(record, "body"))
    return Text(
        source("twilio", text(record, "account_sid") or account),
        sid,
        when(text(record, "date_sent") or text(record, "date_created")),
        direction,
        destination if inbound else origin,
        origin if inbound else destination,
        counted=weight.counted,
        reported=count(number(record, "num_segments")) or None,
        encoding=weight.encoding,
        units=weight.units,
        characters=weight.characters,
        media=media_of(number(record, "num_media"), sid[:2]),
        price=price(number(record, "price"), text(record, "price_unit")),
    )
