"""What the tables of Asterisk and FreeSWITCH have in common: lines in quotes under no header."""

import re
from collections.abc import Sequence

Row = Sequence[str]

#: A time as both write it, on the clocks of the machine unless they are set to UTC.
time = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}").fullmatch
_seconds = re.compile(r"[0-9]{1,7}").fullmatch


def is_timed(row: Row, start: int) -> bool:
    """Whether start, answer and end, duration and billed seconds stand from this position on."""
    began, answered, ended, length, billed = row[start : start + 5]
    times = time(began) and time(ended) and (not answered or time(answered))
    return bool(times and _seconds(length) and _seconds(billed) and int(billed) <= int(length))


def is_half(rows: Sequence[Row], fitting: Sequence[Row]) -> bool:
    """Whether at least half of the lines fit: the others may be damaged."""
    return bool(fitting) and len(fitting) * 2 >= len(rows)
