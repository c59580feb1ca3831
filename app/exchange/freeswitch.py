"""FreeSWITCH's ``Master.csv``, by the templates "example" and "asterisk" of its CSV module.

No header; the billed seconds are the talk. A call without an answer has no time of one. Times are
on the clocks of the machine.
"""

import re
from collections.abc import Sequence

from app.domain.durations import duration
from app.domain.event import Call, Direction
from app.domain.instant import SECOND
from app.domain.record_values import source
from app.exchange.call_records import Row, is_half, is_timed
from app.exchange.columns import Cells, column
from app.exchange.ends import end_of, told_apart
from app.exchange.format import Convert, Format, Setup, Shape

# The templates that begin like "example" add up to five values, which are not looked at.
_EXAMPLE = (
    *("caller_id_name", "caller_id_number", "destination_number", "context", "start_stamp"),
    *("answer_stamp", "end_stamp", "duration", "billsec", "hangup_cause", "uuid", "bleg_uuid"),
    *("accountcode", "read_codec", "write_codec", "value_16", "value_17", "value_18", "value_19"),
    "value_20",
)
_FEWEST, _MOST = 13, len(_EXAMPLE)
_AS_ASTERISK = (
    *("accountcode", "caller_id_number", "destination_number", "context", "caller_id"),
    *("channel_name", "bridge_channel", "last_app", "last_arg", "start_stamp", "answer_stamp"),
    *("end_stamp", "duration", "billsec", "hangup_cause", "amaflags", "uuid", "userfield"),
)
COLUMNS = (
    column("uuid", required=True),
    column("caller_id_name"),
    column("caller_id_number", required=True),
    column("destination_number", required=True),
    column("start_stamp", required=True, date=True),
    column("answer_stamp", required=True),
    column("billsec", required=True),
    column("hangup_cause", required=True),
)
_is_cause = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|SUCCESS|NONE").fullmatch
_is_uuid = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE).fullmatch


def _unheaded(rows: Sequence[Row]) -> tuple[str, ...]:
    width = max(map(len, rows), default=0)
    headers: list[tuple[str, ...]] = [_AS_ASTERISK] if width == len(_AS_ASTERISK) else []
    if _FEWEST <= width <= _MOST:
        headers.append(_EXAMPLE[:width])
    for header in headers:
        if is_half(rows, [row for row in rows if _fits(row, header)]):
            return header
    return ()


def _fits(row: Row, header: tuple[str, ...]) -> bool:
    if len(row) != len(header) or not _is_uuid(row[header.index("uuid")]):
        return False
    timed = is_timed(row, header.index("start_stamp"))
    return timed and bool(_is_cause(row[header.index("hangup_cause")]))


def _prepare(setup: Setup) -> Convert:
    when, otherwise = setup.when(), setup.direction

    def convert(cells: Cells) -> Call:
        uuid, name, caller, called, start, answer, billed, _, _ = cells
        direction, own, far = told_apart(end_of(caller), end_of(called), otherwise)
        named = direction is Direction.INBOUND and name.strip() != far
        return Call(
            source("freeswitch", setup.account),
            uuid.strip().lower(),
            when(start),
            duration(billed, SECOND) if answer.strip() else 0,
            direction,
            own,
            far,
            name=name.strip() if named else "",
        )

    return convert


CSV = Format("freeswitch", Shape.TABLE, COLUMNS, _prepare, unheaded=_unheaded)
