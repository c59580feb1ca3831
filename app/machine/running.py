"""How long this computer has been running, with and without the time it slept."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from app.domain.beat import Beat, before
from app.domain.instant import SECOND, Instant

_US = 1_000
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_OWN_STAT = Path("/proc/self/stat")
#: Where /proc/PID/stat tells the start of a process, counted from behind its name (proc(5)).
_STARTED = 19
# What has been running for longer was not started for one event.
_YOUNG = 30 * SECOND


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


def begun(now: Beat, stat: Path = _OWN_STAT) -> Beat:
    """Return the clocks as they were when this process was made, to a hundredth of a second.

    Programs that are started for one event after another overtake each other on a busy computer
    while they load. The present clocks where the system does not tell (only Linux is asked), or
    where the process is older than half a minute.
    """
    if sys.platform != "linux" or not now.boot:
        return now
    with suppress(OSError, ValueError, IndexError):
        ticks = int(
            stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[_STARTED]
        )
        ago = now.running_us - ticks * SECOND // os.sysconf("SC_CLK_TCK")
        return before(now, ago) if 0 <= ago <= _YOUNG else now
    return now
