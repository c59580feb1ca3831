"""The clocks that count sleep, on this computer and as the other systems answer."""

import ctypes
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.domain.beat import Beat, between, slept
from app.domain.instant import MINUTE, Instant
from app.machine import running_macos, running_windows
from app.machine.clock import clock_of
from app.machine.running import begun, linux_beat, running

_LOOK = """
import json
from app.domain.instant import Instant
from app.machine.running import running
print(json.dumps(running(Instant(0))))
"""
WALL = Instant(7)
_SLEPT = ("-T", "--boottime", "3600", "--fork")
#: Ways to a world whose computer slept for an hour; ``env`` says no where there is no unshare.
_WORLDS = (("env", "unshare", *_SLEPT), ("env", "unshare", "-U", "-r", *_SLEPT))


def test_the_clocks_of_this_computer_go_on_together() -> None:
    before = running(Instant(0))
    bare_us = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000
    after = running(Instant(0))
    assert before.boot == after.boot != ""
    assert before.running_us <= bare_us <= after.running_us
    assert before.awake_us <= before.running_us


def test_a_clock_that_stands_still_has_no_other_clocks() -> None:
    assert clock_of({"TALKTALLY_NOW": "1970-01-01T00:00:01Z"}).beat() == Beat(Instant(1_000_000))


def test_a_system_that_does_not_name_its_start_has_a_wall_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OSError, match="missing"):
        linux_beat(WALL, tmp_path / "missing")
    monkeypatch.setattr("app.machine.running._BOOT_ID", tmp_path / "missing")
    assert running(WALL) == Beat(WALL)


def test_time_that_went_by_in_sleep_is_told_from_time_awake() -> None:
    earlier = _look()
    for in_a_world in _WORLDS:
        if subprocess.run([*in_a_world, "true"], capture_output=True, check=False).returncode == 0:
            later, hours = _look(*in_a_world), 1
            break
    else:  # the system lets nobody here have clocks of their own: nothing has slept
        later, hours = _look(), 0
    assert earlier.boot == later.boot
    # The two clocks are read one after the other, on a busy machine some time after.
    assert round(slept(earlier, later) / MINUTE) == hours * 60
    assert between(earlier, later) >= hours * 60 * MINUTE


def _look(*before: str) -> Beat:
    """Look at the clocks from another process."""
    words = [*before, sys.executable, "-c", _LOOK]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, timeout=60, check=True)
    wall, boot, running_us, awake_us = json.loads(done.stdout)
    return Beat(Instant(wall), boot, running_us, awake_us)


class Kernel32:
    """Answers as kernel32 does: an hour since the start, of which it slept half."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.GetTickCount64 = _Function(lambda: 3_600_000)
        self.refuses = refuses

    def QueryUnbiasedInterruptTime(self, place: Any) -> bool:  # noqa: N802 - its name
        place._obj.value = 1_800 * 10_000_000
        return not self.refuses


class _Function:
    def __init__(self, answer: Any) -> None:
        self._answer = answer
        self.restype: Any = None

    def __call__(self) -> Any:
        return self._answer()


class Registry:
    """Answers as winreg does."""

    HKEY_LOCAL_MACHINE = "HKLM"

    def __init__(self, **values: int) -> None:
        self._values = values

    @contextmanager
    def OpenKey(self, _root: str, key: str) -> Iterator[str]:  # noqa: N802 - its name
        yield key

    def QueryValueEx(self, _key: str, name: str) -> tuple[int, int]:  # noqa: N802 - its name
        if name not in self._values:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return self._values[name], 4


def test_windows_counts_its_starts_and_knows_how_long_it_slept() -> None:
    boot = running_windows.boot_of(Registry(BootId=41))
    clocks = running_windows.Kernel32(Kernel32())
    beat = running_windows.beat_of(WALL, boot, clocks)
    assert beat == Beat(WALL, "windows-41", 3_600 * 1_000_000, 1_800 * 1_000_000)


def test_a_windows_that_counts_no_starts_has_a_wall_clock() -> None:
    boot = running_windows.boot_of(Registry())
    assert running_windows.beat_of(WALL, boot, running_windows.Kernel32(Kernel32())) == Beat(WALL)


def test_a_windows_that_refuses_to_tell_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match="refused"):
        running_windows.Kernel32(Kernel32(refuses=True)).unbiased()


class Library:
    """Answers as the system library of macOS does."""

    def __init__(self, boot: bytes | None) -> None:
        self._boot = boot

    def sysctlbyname(self, name: bytes, found: Any, *_: object) -> int:
        assert name == b"kern.bootsessionuuid"
        if self._boot is None:
            return -1
        ctypes.memmove(found, self._boot, len(self._boot))
        return 0


def test_macos_names_its_start_and_knows_how_long_it_slept() -> None:
    boot = running_macos.boot_of(Library(b"FA2C1E6E-0001"))
    beat = running_macos.beat_of(WALL, boot, {4: 3_600 * 10**9, 8: 1_800 * 10**9}.__getitem__)
    assert beat == Beat(WALL, "FA2C1E6E-0001", 3_600 * 1_000_000, 1_800 * 1_000_000)


def test_a_macos_that_does_not_name_its_start_has_a_wall_clock() -> None:
    assert running_macos.beat_of(WALL, running_macos.boot_of(Library(None)), abs) == Beat(WALL)


def test_a_program_knows_when_it_was_started() -> None:
    earlier = running(Instant(0))
    look = "; ".join((
        "import json", "from app.domain.instant import Instant",
        "from app.machine.running import begun, running",
        "now = running(Instant(0))", "print(json.dumps([begun(now), now]))",
    ))  # fmt: skip
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, check=True)
    start, now = (Beat(*each) for each in json.loads(told.stdout))
    assert earlier.running_us - 20_000 <= start.running_us < now.running_us
    assert now.wall - start.wall == now.running_us - start.running_us


def test_a_process_of_another_age_or_without_one_begins_now(tmp_path: Path) -> None:
    now = running(Instant(0))
    stat = tmp_path / "stat"
    assert begun(now, stat) == now
    for told in ("1 (a) b) S", "1 (a) S " + "0 " * 25, "1 (a) S " + f"{10**15} " * 25):
        stat.write_text(told, encoding="utf-8")
        assert begun(now, stat) == now
    assert begun(Beat(WALL)) == Beat(WALL)
