"""How long this computer has been running, with and without the time it slept."""

import sys
import time
from contextlib import suppress
from pathlib import Path

from app.domain.beat import Beat
from app.domain.instant import Instant

_US = 1_000
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def running(wall: Instant) -> Beat:
    """Look at the clocks of this computer; ``boot`` is "" where it does not tell."""
    with suppress(OSError, AttributeError):
        if sys.platform == "win32":
            # Here because only Windows has what it needs.
            from app.machine.running_windows import beat_of, boot_of, kernel

            return beat_of(wall, boot_of(), kernel())
        if sys.platform == "darwin":
            # Here because only macOS has what it needs.
            from app.machine.running_macos import beat_of, boot_of, system

            return beat_of(wall, boot_of(system()), time.clock_gettime_ns)
        return linux_beat(wall, _BOOT_ID)
    return Beat(wall)


def linux_beat(wall: Instant, boot_id: Path) -> Beat:
    """Look at the clocks of a Linux; OSError where it does not name its start."""
    boot = boot_id.read_text(encoding="ascii").strip()
    awake_us = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // _US
    return Beat(wall, boot, time.clock_gettime_ns(time.CLOCK_BOOTTIME) // _US, awake_us)
