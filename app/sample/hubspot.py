"""Sample calls as an English view of HubSpot exports them: to the minute, in the account's zone."""

from collections.abc import Iterable, Iterator

from app.sample.call import SampleCall
from app.sample.wall import to_minute

HEADER = (
    *("Record ID", "Call Title", "Activity date", "Call direction", "Call duration"),
    *("From number", "To number", "Call status", "Activity assigned to"),
    "Associated Contact",
)


def hubspot_rows(
    calls: Iterable[SampleCall], zone: str, first_id: int
) -> Iterator[tuple[str, ...]]:
    """Yield the lines of an export; its records are numbered from ``first_id``."""
    for number, call in enumerate(calls, start=first_id):
        ends = (call.agent.number, call.contact.number)
        yield (
            *(str(number), f"Call with {call.contact.name}", to_minute(call.start, zone)),
            *("Inbound" if call.inbound else "Outbound", _clock(call.seconds)),
            *(reversed(ends) if call.inbound else ends),
            *(call.status, call.agent.name, call.contact.name),
        )


def _clock(seconds: int) -> str:
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
