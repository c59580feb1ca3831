"""What is asked of a reader, whatever it is fed with."""

from pathlib import Path

from app.domain.problem import Problem
from app.exchange.reading import read
from tests.fuzz.feeds import Feed


def read_all(feed: Feed, path: Path) -> None:
    """Read a file to its end; what is wrong with it must be told as a Problem."""
    try:
        reading = read(path, format_name=feed.format_name, mapping=feed.mapping)
        for _ in reading:
            pass
    except Problem:
        return
    if reading.bytes_read > reading.bytes_total:
        raise AssertionError("more was read than there is")
