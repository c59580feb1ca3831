"""One at a time: what two runs in one checkout would spoil for each other."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait until nobody else holds this file, and hold it; it is given back even by a kill."""
    from fcntl import LOCK_EX, flock  # not there on Windows, where others of our modules run too

    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        flock(file, LOCK_EX)
        yield
