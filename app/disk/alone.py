"""A file that one program at a time holds, so that two do not decide the same thing at once."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Hold a file, made when there is none; gives ``False`` while another program holds it.

    The system lets go of it when this program ends, however that comes. OSError where nothing can
    be held.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _held(descriptor)
    finally:
        os.close(descriptor)


def _held(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
