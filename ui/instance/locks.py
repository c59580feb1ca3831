"""Who is first in a data folder: a lock that the system takes away when its holder ends.

In the locked file stands the socket at which the first one listens.
"""

import fcntl
import json
import os
from contextlib import suppress
from pathlib import Path

FILE_NAME = "window.lock"
_MOST = 4096


class Lock:
    """A locked file, held until it is closed or the process ends, however that comes."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def tell(self, address: Path) -> None:
        """Write down where the holder listens."""
        told = json.dumps({"version": 1, "address": str(address), "process": os.getpid()})
        os.truncate(self._descriptor, 0)
        os.pwrite(self._descriptor, told.encode(), 0)

    def close(self) -> None:
        """Let somebody else be first; the file stays, or two could hold one of its name."""
        os.close(self._descriptor)


def take_lock(folder: Path) -> Lock | None:
    """Lock a folder; ``None`` when another process holds it, OSError where nothing can be locked.

    The folder is made when there is none.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(folder / FILE_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError:
        os.close(descriptor)
        raise
    return Lock(descriptor)


def address_in(folder: Path) -> Path | None:
    """Return where the holder of a folder's lock listens, ``None`` when that is not told (yet)."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads((folder / FILE_NAME).read_bytes()[:_MOST])
        return Path(told["address"])
    return None
