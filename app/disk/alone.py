"""A file that one program at a time holds, so that two do not decide the same thing at once."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_STEP_SECONDS = 0.02


@contextmanager
def alone(path: Path, *, patience_seconds: float = 0.0) -> Iterator[bool]:
    """Hold a file, made when there is none; gives ``False`` while another program holds it.

    The system lets go of it when this program ends, however that comes. OSError where nothing can
    be held.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _held_within(descriptor, patience_seconds)
    finally:
        os.close(descriptor)


def _held_within(descriptor: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not _held(descriptor):
        if time.monotonic() >= until:
            return False
        time.sleep(_STEP_SECONDS)
    return True


def _held(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
