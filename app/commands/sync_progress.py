"""How far rounds have got: one line on a terminal that changes, nothing anywhere else."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.assembly import Workplace, shown
from app.domain.connection import Connection, Progress
from app.wording.sync_progress import progress_line, waiting_line

_OFTEN_SECONDS = 0.1


@contextmanager
def told_rounds(
    workplace: Workplace, connection: Connection
) -> Iterator[Callable[[Progress], None]]:
    """Give what hears of a round: pages at most ten times a second, every wait at once."""
    stream = workplace.streams.stderr
    if not stream.isatty():
        yield lambda _progress: None
        return
    last = 0.0

    def tell(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if progress.waiting is None and now - last < _OFTEN_SECONDS:
            return
        last = now
        stream.write(f"\r\033[K{shown(_line(workplace, connection, progress))} ")
        stream.flush()

    try:
        yield tell
    finally:
        if last:
            stream.write("\r\033[K")
            stream.flush()


def _line(workplace: Workplace, connection: Connection, progress: Progress) -> str:
    if progress.waiting is not None:
        return waiting_line(workplace.words, connection.provider, progress.waiting)
    return progress_line(workplace.words, connection.name, progress)
