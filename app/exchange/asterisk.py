"""Asterisk's ``Master.csv``: 16 values a line and no header, more where the log is set to.

The billed seconds are the talk, the duration has the ringing in it. One call can be several lines
with one unique id, when it rang at several phones. Times are local unless the log is set to UTC.
"""

import re
from collections.abc import Sequence

from app.domain.durations import duration
from app.domain.event import Call, Direction
from app.domain.instant import SECOND
from app.domain.record_values import source
from app.exchange.call_records import Row, is_half, is_timed
from app.exchange.columns import Cells, column
from app.exchange.ends import display_of, end_of, told_apart
from app.exchange.format import Convert, Format, Setup, Shape
from app.exchange.identities import made_id

_NAMES = (
    *("accountcode", "src", "dst", "dcontext", "clid", "channel", "dstchannel", "lastapp"),
    *("lastdata", "start", "answer", "end", "duration", "billsec", "disposition", "amaflags"),
)
_SINCE_1_8 = ("peeraccount", "linkedid", "sequence")
COLUMNS = (
    column("uniqueid"),
    column("src", required=True),
    column("dst", required=True),
    column("clid"),
    column("dstchannel"),
    column("start", "calldate", required=True, date=True),
    column("billsec", required=True),
    column("disposition", required=True),
    column("sequence"),
)
_ANSWERED = "ANSWERED"
_DISPOSITIONS = {_ANSWERED, "NO ANSWER", "BUSY", "FAILED", "CONGESTION"}
_is_flag = re.compile(r"DOCUMENTATION|BILLING|OMIT|[0-9]?").fullmatch
_is_unique_id = re.compile(r"(?:[\w.-]+-)?[0-9]{9,11}\.[0-9]+").fullmatch
_START, _DISPOSITION, _FLAG = 9, 14, 15


def _unheaded(rows: Sequence[Row]) -> tuple[str, ...]:
    for extra in ((), ("uniqueid",), ("userfield",), ("uniqueid", "userfield")):
        for later in ((), _SINCE_1_8):
            header = (*_NAMES, *extra, *later)
            fitting = [row for row in rows if _fits(row, header)]
            if is_half(rows, fitting):
                return header
    return ()


def _fits(row: Row, header: tuple[str, ...]) -> bool:
    if len(row) != len(header) or row[_DISPOSITION] not in _DISPOSITIONS:
        return False
    named = "uniqueid" not in header or _is_unique_id(row[len(_NAMES)])
    return bool(named and is_timed(row, _START) and _is_flag(row[_FLAG]))


def _prepare(setup: Setup) -> Convert:
    when, otherwise = setup.when(), setup.direction

    def convert(cells: Cells) -> Call:
        unique, src, dst, caller, channel, start, billed, disposition, sequence, _ = cells
        direction, own, far = told_apart(end_of(src), end_of(dst), otherwise)
        return Call(
            source("asterisk", setup.account),
            made_id(unique, channel, start, dst, sequence) if unique else "",
            when(start),
            duration(billed, SECOND) if disposition.strip() == _ANSWERED else 0,
            direction,
            own,
            far,
            name=display_of(caller) if direction is Direction.INBOUND else "",
        )

    return convert


CSV = Format("asterisk", Shape.TABLE, COLUMNS, _prepare, unheaded=_unheaded)
