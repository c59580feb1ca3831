"""Twilio messages, from the console, a script or the API; a body is counted and dropped here."""

from datetime import UTC

from app.domain.event import Text
from app.domain.twilio import TwilioMessage, refuse_unsent, text_of
from app.exchange.columns import Cells, column
from app.exchange.format import Convert, Format, Setup, Shape

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


def _prepare(setup: Setup) -> Convert:
    when, otherwise, account_given = setup.when(UTC), setup.direction, setup.account

    def convert(cells: Cells) -> Text:
        account, sid, origin, destination, status, way, sent, created, *rest, _ = cells
        segments, media, paid, unit, body = rest
        refuse_unsent(status)
        said = TwilioMessage(
            *(account or account_given, sid, origin, destination, way),
            *(segments, media, paid, unit, body),
        )
        return text_of(said, when(sent or created), otherwise)

    return convert


MESSAGES = Format("twilio-messages", Shape.TABLE, COLUMNS, _prepare, bodies=True)
MESSAGES_JSON = Format(
    "twilio-messages-json", Shape.JSON, COLUMNS, _prepare, page="messages", bodies=True
)
