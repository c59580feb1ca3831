"""Sample texts as Aircall's usage report has them: segments by user, without any body."""

from collections.abc import Iterable, Iterator

from app.sample.texts import SampleText
from app.sample.wall import to_second

HEADER = (
    *("Id", "Date", "Type", "Description", "Segment count", "From number", "To number"),
    *("Billed Duration in Mins", "User"),
)


def usage_rows(texts: Iterable[SampleText], zone: str, first_id: int) -> Iterator[tuple[str, ...]]:
    """Yield a line for each text, at the local time; they are numbered from ``first_id``."""
    for number, text in enumerate(texts, start=first_id):
        kind = "MMS" if text.media else "SMS"
        way = "Inbound" if text.inbound else "Outbound"
        yield (
            *(str(number), to_second(text.sent, zone), kind),
            *(f"{way} {kind} - {text.contact.country}", str(text.segments)),
            *(text.agent.number.removeprefix("+"), text.contact.number.removeprefix("+")),
            *("", text.agent.name),
        )
