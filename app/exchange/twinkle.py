"""The call log of Twinkle: twenty values a line with | between them, under a header after a #.

Times are seconds since 1970, 0 for what never happened. Talk is from the answer to the end.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC

from app.domain.call_words import direction
from app.domain.durations import duration
from app.domain.event import Call, Direction
from app.domain.instant import SECOND
from app.domain.problem import mark
from app.domain.record_values import source
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Cells, column
from app.exchange.dates import When
from app.exchange.ends import end_of
from app.exchange.format import Convert, Format, Log, Setup, Shape
from app.exchange.identities import made_id
from app.exchange.record import Row

HEADER = (
    *("time_start", "time_answer", "time_end", "direction"),
    *("from_display", "from_uri", "from_organization"),
    *("to_display", "to_uri", "to_organization", "reply_to_display", "reply_to_uri"),
    *("referred_by_display", "referred_by_uri", "subject", "rel_cause", "invite_resp_code"),
    *("invite_resp_reason", "far_end_device", "user_profile"),
)
COLUMNS = tuple(
    column(name, required=True)
    for name in (
        *("time_start", "time_answer", "time_end", "direction"),
        *("from_display", "from_uri", "to_display", "to_uri"),
    )
)
# A value that holds the sign between the values has a backslash before it.
_values = re.compile(r"((?:\\.|[^\\|])*)\|").findall
_escaped = re.compile(r"\\(.)").sub
_WIDTH = mark("The line has {found} values where the header names {expected}")
_NEVER = "0"


def _header_in(head: str) -> tuple[str, ...]:
    first = head.lstrip("\r\n \t").partition("\n")[0]
    names = tuple(first.removeprefix("#").strip().split("|"))
    return HEADER if first.startswith("#") and names == HEADER else ()


def _rows(lines: Iterable[str], header: tuple[str, ...]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        written = line.strip("\r\n")
        if not written.strip() or written.startswith("#"):
            continue
        values = [_escaped(r"\1", value) for value in _values(written + "|")]
        yield number, _checked(values, header)


def _checked(values: list[str], header: tuple[str, ...]) -> list[str] | UnreadableRecord:
    if len(values) == len(header):
        return values
    return UnreadableRecord(_WIDTH, found=len(values), expected=len(header))


def _prepare(setup: Setup) -> Convert:
    when = setup.when(UTC)

    def convert(cells: Cells) -> Call:
        start, answer, end, way, *ends, _ = cells
        from_name, origin, to_name, destination = ends
        towards = direction(way, setup.direction)
        own, far, name = end_of(origin), end_of(destination), to_name
        if towards is Direction.INBOUND:
            own, far, name = far, own, from_name
        return Call(
            source("twinkle", setup.account),
            made_id(start, towards, far),
            when(start),
            _talk(answer, end, when),
            towards,
            own,
            far,
            name=name.strip(),
        )

    return convert


def _talk(answer: str, end: str, when: When) -> int:
    if answer.strip() == _NEVER:
        return 0
    return duration(str((when(end) - when(answer)) // SECOND), SECOND)


LOG = Format("twinkle", Shape.LOG, COLUMNS, _prepare, log=Log(_header_in, _rows))
