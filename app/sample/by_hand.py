"""Sample calls that were written down by hand, with names, as our own export has them."""

from collections.abc import Iterable, Iterator

from app.domain.instant import iso
from app.sample.call import SampleCall

HEADER = (
    *("kind", "provider", "account", "id", "start", "direction", "own", "far", "agent"),
    *("seconds", "method", "legs", "app_id"),
    *("counted", "reported", "encoding", "units", "characters", "media", "far_region"),
    *("price", "currency", "counts_toward", "name", "note"),
)
_BLANK = ("",) * 10


def noted_rows(calls: Iterable[SampleCall]) -> Iterator[tuple[str, ...]]:
    """Yield a line for each call."""
    for number, call in enumerate(calls, start=1):
        yield (
            *("call", "hand", "", f"sample-{number}", iso(call.start), "outbound"),
            *(_as_text(call.agent.number), _as_text(call.contact.number), call.agent.name),
            *(str(call.seconds), "browser", "", ""),
            *(*_BLANK, call.contact.name, "written down by hand"),
        )


def _as_text(number: str) -> str:
    """Keep a spreadsheet from reading a number as a formula."""
    return f"'{number}"
