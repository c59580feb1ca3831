"""What is asked of a reader, whatever it is fed with."""

from collections.abc import Iterator
from pathlib import Path

from app.domain.money import Money
from app.domain.problem import Problem
from app.exchange.reading import read
from app.exchange.record import Line
from tests.fuzz.feeds import Feed

_LARGEST = (1 << 63) - 1


def read_all(feed: Feed, path: Path) -> None:
    """Read a file to its end; what is wrong with it must be told as a Problem."""
    try:
        reading = read(path, format_name=feed.format_name, mapping=feed.mapping)
        for record in reading:
            if isinstance(record, Line):
                _check_it_can_be_kept(record)
    except Problem:
        return
    if reading.bytes_read > reading.bytes_total:
        raise AssertionError("more was read than there is")


def _check_it_can_be_kept(line: Line) -> None:
    """A ledger takes whole numbers of 64 bits, and texts that are text."""
    for value in _values(line.fact):
        if isinstance(value, str):
            value.encode()
        number = value.nano if isinstance(value, Money) else value
        if isinstance(number, int) and abs(number) > _LARGEST:
            raise AssertionError("a number is too large for the ledger")


def _values(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for each in value:
            yield from _values(each)
    else:
        yield value
