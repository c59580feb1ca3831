"""The clocks of Windows since it was started: one that counts sleep, and one that does not."""

import ctypes
from typing import Any, Protocol

from app.domain.beat import Beat
from app.domain.instant import Instant

_MS, _PER_US = 1_000, 10
# Counted up at each start. The time of the start itself moves when somebody sets the wall clock.
_STARTS = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"


class Kernel(Protocol):
    """What is asked of kernel32."""

    def ticks_ms(self) -> int:
        """Return the milliseconds since the start, sleep included."""
        ...

    def unbiased(self) -> int:
        """Return the tenths of microseconds since the start, without sleep."""
        ...


class Kernel32:
    """The library itself."""

    def __init__(self, library: Any) -> None:
        self._library = library
        library.GetTickCount64.restype = ctypes.c_ulonglong

    def ticks_ms(self) -> int:
        """Ask GetTickCount64."""
        return int(self._library.GetTickCount64())

    def unbiased(self) -> int:
        """Ask QueryUnbiasedInterruptTime; OSError when it refuses."""
        found = ctypes.c_ulonglong()
        if not self._library.QueryUnbiasedInterruptTime(ctypes.byref(found)):
            raise OSError("QueryUnbiasedInterruptTime was refused")
        return found.value


def kernel() -> Kernel:  # pragma: no cover - Windows alone has it
    """Open kernel32; AttributeError elsewhere."""
    return Kernel32(ctypes.windll.kernel32)  # type: ignore[attr-defined,unused-ignore] # Windows


def beat_of(wall: Instant, boot: str, clocks: Kernel) -> Beat:
    """Look at all clocks; the wall clock alone where nothing names this start of the computer."""
    if not boot:
        return Beat(wall)
    return Beat(wall, boot, clocks.ticks_ms() * _MS, clocks.unbiased() // _PER_US)


def boot_of(registry: Any = None) -> str:
    """Return the count of starts that Windows keeps, "" where it keeps none."""
    if registry is None:
        # Here because only Windows has it.
        import winreg as registry
    try:
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, _STARTS) as key:
            return f"windows-{registry.QueryValueEx(key, 'BootId')[0]}"
    except OSError:
        return ""
