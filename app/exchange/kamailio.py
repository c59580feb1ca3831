"""Call records of Kamailio's accounting: the table ``acc_cdrs``, and the same as lines of a log.

SQLite holds the times as Julian days; the log, and other settings, as seconds since 1970 or dates
in UTC. Who called whom stands there only where ``cdr_extra`` says so.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC
from decimal import ROUND_HALF_EVEN, Decimal

from app.domain.durations import duration
from app.domain.event import Call
from app.domain.instant import SECOND
from app.domain.record_values import source
from app.exchange.columns import Cells, column
from app.exchange.ends import end_of, told_apart
from app.exchange.format import Convert, Format, Log, Query, Setup, Shape
from app.exchange.identities import made_id
from app.exchange.record import Row

COLUMNS = (
    column("start_time", required=True),
    column("end_time", required=True),
    column("duration", required=True),
    column("call_id", "callid", "sip_call_id"),
    column("src_user", "src", "caller", "from_user", "from_uri"),
    column("dst_user", "dst_ouser", "dst", "callee", "to_user", "to_uri"),
)
_number = re.compile(r"[0-9]{1,11}(?:\.[0-9]{1,15})?").fullmatch
_record = re.compile(r"start_time=[^;=]*; *end_time=[^;=]*; *duration=[^;=]*").search
_EPOCH_DAY = Decimal("2440587.5")
_LAST_JULIAN_DAY = 10_000_000
_MILLISECONDS_OF_A_DAY = 86_400_000


def _header_in(head: str) -> tuple[str, ...]:
    found = _record(head)
    if found is None:
        return ()
    line = head[found.start() :].splitlines()[0]
    return tuple(dict.fromkeys(_pairs(line)))


def _rows(lines: Iterable[str], header: tuple[str, ...]) -> Iterator[Row]:
    """Cut the lines that are call records; the log of a proxy says other things between them."""
    for number, line in enumerate(lines, 1):
        found = _record(line)
        if found:
            pairs = _pairs(line[found.start() :])
            yield number, [pairs.get(name, "") for name in header]


def _pairs(line: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in line.strip().split(";"))
    return {name.strip(): value.strip() for name, mark, value in pairs if mark}


def _prepare(setup: Setup) -> Convert:
    when, otherwise = setup.when(UTC), setup.direction

    def convert(cells: Cells) -> Call:
        start, end, length, call_id, src, dst, _ = cells
        direction, own, far = told_apart(end_of(src), end_of(dst), otherwise)
        call_id = call_id.strip()
        return Call(
            source("kamailio", setup.account),
            call_id or made_id(start, end, src, dst),
            when(_plain_time(start)),
            duration(length, SECOND),
            direction,
            own,
            far,
            call_id=call_id,
        )

    return convert


def _plain_time(text: str) -> str:
    """Turn a Julian day or seconds with a fraction into milliseconds since 1970; dates stay."""
    if not _number(text):
        return text
    number = Decimal(text)
    if number < _LAST_JULIAN_DAY:
        milliseconds = (number - _EPOCH_DAY) * _MILLISECONDS_OF_A_DAY
    else:
        milliseconds = number * 1000
    return str(milliseconds.to_integral_value(ROUND_HALF_EVEN))


TABLE = Format("kamailio", Shape.DATABASE, COLUMNS, _prepare, queries=(Query("acc_cdrs"),))
LOG = Format("kamailio-log", Shape.LOG, COLUMNS, _prepare, log=Log(_header_in, _rows))
