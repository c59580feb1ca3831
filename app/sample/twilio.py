"""Sample calls and texts as Twilio's logs have them: in UTC, a leg to a line, prices negative."""

from collections.abc import Iterable, Iterator
from random import Random

from app.domain.instant import SECOND, Instant
from app.sample.call import SampleCall
from app.sample.texts import SampleText
from app.sample.wall import to_second

CALL_HEADER = (
    *("Account SID", "Call SID", "Parent Call SID", "From", "To", "Status", "Direction"),
    *("Start Time", "End Time", "Duration", "Price", "Price Unit"),
)
MESSAGE_HEADER = (
    *("From", "To", "Body", "Status", "SentDate", "ApiVersion", "NumSegments", "ErrorCode"),
    *("AccountSid", "Sid", "Direction", "Price", "PriceUnit", "NumMedia"),
)
_ACCOUNT = "AC5a3b1e" + "0" * 26
_PHONE_RATE, _CONTACT_RATE = 155, 140  # ten-thousandths of a dollar a minute
_SEGMENT_RATE, _MMS_RATE = 83, 200  # and a message

Row = tuple[str, ...]


def call_rows(calls: Iterable[SampleCall], chance: Random) -> Iterator[Row]:
    """Yield two lines for each call: the leg to the agent's phone, and the one to the contact."""
    for call in calls:
        parent, child = _id("CA", chance), _id("CA", chance)
        agent, contact = call.agent, call.contact
        begins = Instant(call.start + (call.first_leg - call.seconds) * SECOND)
        answered = "completed" if call.seconds else "no-answer"
        yield (
            *(_ACCOUNT, parent, "", agent.number, agent.phone, "completed", "outbound-api"),
            *_times(call.start, call.first_leg, _PHONE_RATE),
        )
        yield (
            *(_ACCOUNT, child, parent, agent.number, contact.number, answered, "outbound-dial"),
            *_times(begins if call.seconds else call.start, call.seconds, _CONTACT_RATE),
        )


def message_rows(texts: Iterable[SampleText], chance: Random) -> Iterator[Row]:
    """Yield a line for each text, with its body."""
    for text in texts:
        ends = (text.agent.number, text.contact.number)
        rate = _MMS_RATE if text.media else _SEGMENT_RATE * text.segments
        yield (
            *(reversed(ends) if text.inbound else ends),
            *(text.body, "received" if text.inbound else "delivered", to_second(text.sent)),
            *("2010-04-01", str(text.segments), "", _ACCOUNT),
            _id("MM" if text.media else "SM", chance),
            *("inbound" if text.inbound else "outbound-api", _price(rate), "USD"),
            str(text.media),
        )


def _times(start: Instant, seconds: int, rate: int) -> Row:
    ended = to_second(Instant(start + seconds * SECOND))
    price = _price(rate * -(-seconds // 60)) if seconds else ""
    return to_second(start), ended, str(seconds), price, "USD"


def _price(amount: int) -> str:
    return f"-{amount // 10_000}.{amount % 10_000:04}"


def _id(kind: str, chance: Random) -> str:
    return f"{kind}{chance.getrandbits(128):032x}"
