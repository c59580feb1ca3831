"""MicroSIP's calls: the ring of the last thousand in its settings file, and its own CSV export.

A row is written when a call begins and again when it ends, and an incoming one counts as missed
until it is answered; so a call is known by its time, its way in or out, and its number. The time is
that of the dialling or ringing in seconds since 1970, the duration that of the talk. A row with
neither a duration nor a reason may be of a call that still goes on.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC

from app.domain.durations import duration
from app.domain.event import Call, Direction
from app.domain.instant import SECOND
from app.domain.plain_name import plain
from app.domain.problem import mark
from app.domain.record_values import source
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Cells, column
from app.exchange.ends import end_of
from app.exchange.format import Convert, Format, Log, Setup, Shape
from app.exchange.identities import made_id
from app.exchange.record import Remarked, Row

HEADER = ("Type", "Name", "Number", "Time", "Duration", "Info")
COLUMNS = tuple(column(name, required=True) for name in HEADER)

_section = re.compile(r"\[[^\[\]\r\n]*\]\s*").fullmatch
_calls_section = re.compile(r"^\[Calls\][ \t]*\r?$", re.MULTILINE).search
_key = re.compile(r"\s*[0-9]{1,4}\s*=").match
# Nothing is escaped: name and info may hold semicolons, so the numbers between them are looked for.
_row = re.compile(
    r"(?P<front>.*);(?P<type>[0-9]);(?P<time>[0-9]{1,12});(?P<duration>-?[0-9]{1,9});(?P<info>.*)"
).fullmatch
# A number keeps the parameters of its address: user@host;transport=tcp.
_front = re.compile(r"(?P<number>[^;]*(?:;[\w-]+=[^;]*)*)(?:;(?P<name>.*))?").fullmatch
_DELETED = "null"
_NO_CALL = mark("This line of the settings is not a call")
_OUTBOUND, _INBOUND, _MISSED, _ELSEWHERE = "out", "in", "miss", "else"
_TYPES = {
    **dict.fromkeys(("0", _OUTBOUND), (Direction.OUTBOUND, True)),
    **dict.fromkeys(("1", _INBOUND), (Direction.INBOUND, True)),
    **dict.fromkeys(("2", _MISSED, "missed"), (Direction.INBOUND, False)),
    # Answered on another phone of the same account.
    **dict.fromkeys(("3", _ELSEWHERE), (Direction.INBOUND, False)),
}


def _header_in(head: str) -> tuple[str, ...]:
    return HEADER if _section(head.lstrip().partition("\n")[0]) and _calls_section(head) else ()


def _rows(lines: Iterable[str], header: tuple[str, ...]) -> Iterator[Row]:
    del header
    among_calls = False
    for number, line in enumerate(lines, 1):
        written = line.strip()
        if _section(written):
            among_calls = written.casefold() == "[calls]"
        elif among_calls and (key := _key(written)):
            value = written[key.end() :].strip()
            if value and value != _DELETED:
                yield number, _cut(value)


def _cut(value: str) -> list[str] | UnreadableRecord:
    row = _row(value)
    front = _front(row["front"]) if row else None
    if row is None or front is None:
        return UnreadableRecord(_NO_CALL)
    name = front["name"] or ""
    return [row["type"], name, front["number"], row["time"], row["duration"], row["info"]]


def _prepare(setup: Setup) -> Convert:
    when = setup.when(UTC)

    def convert(cells: Cells) -> Remarked:
        kind, name, number, time, length, info, _ = cells
        direction, answered = _kind(kind)
        far, name = end_of(number), name.strip()
        talk = duration(length, SECOND)
        call = Call(
            source("microsip", setup.account),
            made_id(time.strip(), direction, far),
            when(time.strip()),
            talk if answered else 0,
            direction,
            "",
            far,
            name="" if name in {number.strip(), far} else name,
        )
        return Remarked(call, unfinished=not talk and not info.strip())

    return convert


def _kind(text: str) -> tuple[Direction, bool]:
    try:
        return _TYPES[plain(text)]
    except KeyError:
        raise UnreadableRecord(mark("“{value}” is not a direction"), text) from None


INI = Format("microsip", Shape.LOG, COLUMNS, _prepare, log=Log(_header_in, _rows))
CSV = Format("microsip-csv", Shape.TABLE, COLUMNS, _prepare)
