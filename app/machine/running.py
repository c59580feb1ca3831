"""How long this computer has been running, with and without the time it slept."""

import sys
import time
from contextlib import suppress
from pathlib import Path

from app.domain.beat import Beat
from app.domain.instant import Instant

_US = 1_000


def running(wall: Instant) -> Beat:
    """Look at the clocks of this computer; ``boot`` is "" where it does not tell."""
    if sys.platform != "linux":
        return Beat(wall)
    with suppress(OSError, AttributeError):
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        running_us = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // _US
        return Beat(wall, boot, running_us, time.clock_gettime_ns(time.CLOCK_MONOTONIC) // _US)
    return Beat(wall)
