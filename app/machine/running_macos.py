"""The clocks of macOS since it was started: one that counts sleep, and one that does not."""

import ctypes
from collections.abc import Callable
from typing import Any

from app.domain.beat import Beat
from app.domain.instant import Instant

_US = 1_000
# CLOCK_MONOTONIC_RAW goes on in sleep there, unlike elsewhere; CLOCK_UPTIME_RAW stands still.
_COUNTS_SLEEP, _STANDS_IN_SLEEP = 4, 8
_NAME, _LONGEST = b"kern.bootsessionuuid", 64


def system() -> Any:
    """Open the library that every program is linked with."""
    return ctypes.CDLL(None, use_errno=True)


def beat_of(wall: Instant, boot: str, clock_ns: Callable[[int], int]) -> Beat:
    """Look at all clocks; the wall clock alone where nothing names this start of the computer."""
    if not boot:
        return Beat(wall)
    return Beat(wall, boot, clock_ns(_COUNTS_SLEEP) // _US, clock_ns(_STANDS_IN_SLEEP) // _US)


def boot_of(library: Any) -> str:
    """Return the id that macOS gives each start, "" where it gives none."""
    found = ctypes.create_string_buffer(_LONGEST)
    size = ctypes.c_size_t(_LONGEST)
    if library.sysctlbyname(_NAME, found, ctypes.byref(size), None, ctypes.c_size_t(0)):
        return ""
    return found.value.decode("ascii", "replace")
