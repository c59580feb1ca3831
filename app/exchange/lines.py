"""The physical lines of a file: bounded in length, and able to be read again."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from typing import TextIO

from app.domain.problem import mark

#: Longest line in characters; a longer one is damage, and reading it whole could fill the memory.
LIMIT = 1 << 20
#: Stands for a line that was too long, and is no record of any format.
TOO_LONG = "\ufffd\n"
TOO_LONG_REASON = mark("The line is longer than a million characters")


class LineTrouble(csv.Error):
    """A line that is no record; ``reason`` is a marked template and ``places`` fill it."""

    def __init__(self, reason: str, /, **places: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.places = places


class Lines:
    """The lines of a file, with those of the record being read remembered in ``taken``.

    Clear ``taken`` after each record, or call :meth:`give_back` when the record was damaged: then
    all its lines but the first are handed out again, for a stray quotation mark may have swallowed
    good ones.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.taken: list[str] = []
        self._lines = iter(lines)
        self._waiting: deque[str] = deque()

    def __iter__(self) -> Iterator[str]:
        waiting, take = self._waiting, self.taken.append
        while True:
            while waiting:
                line = waiting.popleft()
                take(line)
                yield line
            for line in self._lines:
                take(line)
                yield line
                if waiting:
                    break
            if not waiting:
                return

    def give_back(self) -> None:
        """Put all lines of a damaged record but its first back, to be read for themselves."""
        self._waiting.extendleft(reversed(self.taken[1:]))
        self.taken.clear()


def bounded(stream: TextIO) -> Iterator[str]:
    """Give the lines of a file, :data:`TOO_LONG` for each that is too long to be held."""
    while line := stream.readline(LIMIT):
        if len(line) < LIMIT:
            yield line
            continue
        while line and not line.endswith(("\n", "\r")):
            line = stream.readline(LIMIT)
        yield TOO_LONG
