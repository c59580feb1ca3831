"""Twilio messages, from the console, a script or the API; a body is counted and dropped here."""

from datetime import UTC
from functools import lru_cache

from app.domain.event import Direction, Text
from app.domain.plain_name import plain
from app.domain.problem import mark
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Cells, column
from app.exchange.format import Convert, Format, Setup, Shape
from app.exchange.values import count, price, source, weigh

COLUMNS = (
    column("Account SID", "account"),
    column("sid", "Message SID", required=True),
    column("From", "from number", required=True),
    column("To", "to number", required=True),
    column("Status", "message status"),
    column("Direction"),
    column("Date Sent", "Sent Date", "sent", required=True, date=True),
    column("Date Created", "created", date=True),
    column("Num Segments", "segments", "number of segments", required=True),
    column("Num Media", "media", "number of media"),
    column("Price"),
    column("Price Unit", "currency"),
    column("Body", "message", "message body"),
)
_INBOUND = Direction.INBOUND
_NOT_YET = {"accepted", "scheduled", "queued", "sending", "receiving"}
# An undelivered message left Twilio and is billed; a failed one never did.
_NEVER = {"failed", "canceled", "cancelled"}


def _prepare(setup: Setup) -> Convert:
    when, otherwise, account_given = setup.when(UTC), setup.direction, setup.account

    def convert(cells: Cells) -> Text:
        account, sid, origin, destination, status, way, sent, created, *rest, _ = cells
        segments, media, paid, unit, body = rest
        _refuse_unsent(status)
        direction = _direction(way, otherwise)
        own, far = origin.strip(), destination.strip()
        if direction is _INBOUND:
            own, far = far, own
        weight = weigh(body)
        return Text(
            source("twilio", account or account_given),
            sid.strip(),
            when(sent or created),
            direction,
            own,
            far,
            "",
            weight.counted,
            count(segments) or None,
            weight.encoding,
            weight.units,
            weight.characters,
            _media(media, sid[:2]),
            price=price(paid, unit),
        )

    return convert


@lru_cache(maxsize=64)
def _refuse_unsent(status: str) -> None:
    word = plain(status)
    if word in _NOT_YET:
        raise UnreadableRecord(mark("The message is not sent yet ({value})"), status)
    if word in _NEVER:
        raise UnreadableRecord(mark("The message was not sent ({value})"), status)


@lru_cache(maxsize=64)
def _direction(way: str, otherwise: Direction) -> Direction:
    word = way.strip().lower()
    if not word:
        return otherwise
    return Direction.INBOUND if word == "inbound" else Direction.OUTBOUND


@lru_cache(maxsize=64)
def _media(text: str, kind: str) -> int:
    known = count(text)
    return int(kind == "MM") if known is None else known


MESSAGES = Format("twilio-messages", Shape.TABLE, COLUMNS, _prepare, bodies=True)
MESSAGES_JSON = Format(
    "twilio-messages-json", Shape.JSON, COLUMNS, _prepare, page="messages", bodies=True
)
