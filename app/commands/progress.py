"""How far long work has got: a line a person can watch, or JSON lines for a program."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.assembly import Workplace

Progress = Callable[[int, int], None]
_QUIET_S = 1.0


@contextmanager
def told_progress(name: str, workplace: Workplace, *, as_json: bool) -> Iterator[Progress | None]:
    """Give what is to be told done and total: JSON lines if asked for, a line on a terminal.

    The terminal stays quiet for the first second; without a terminal nothing is told.
    """
    stream = workplace.streams.stderr
    if as_json:

        def tell(done: int, total: int) -> None:
            stream.write(json.dumps({"file": name, "done": done, "total": total}) + "\n")
            stream.flush()

        yield tell
    elif stream.isatty():
        began = time.monotonic()

        def show(done: int, total: int) -> None:
            if time.monotonic() - began > _QUIET_S and total:
                said = workplace.words.say("{file}: {n} %", file=name, n=done * 100 // total)
                stream.write(f"\r{said} ")
                stream.flush()

        yield show
        if time.monotonic() - began > _QUIET_S:
            stream.write("\r\033[K")
    else:
        yield None
