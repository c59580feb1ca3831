"""A name that Windows keeps as long as the process that took it lives: a mutex nobody waits for."""

import ctypes
from typing import Any, Protocol

_ALREADY_EXISTS = 183


class Kernel(Protocol):
    """What is asked of kernel32."""

    def create(self, name: str) -> tuple[int, bool]:
        """Open the mutex of a name; return its handle, and whether it was not there before."""
        ...

    def close(self, handle: int) -> None:
        """Close a handle; the last one takes the mutex away."""
        ...


class Name:
    """A name that is held until it is closed or the process ends, however that comes."""

    def __init__(self, kernel: Kernel, handle: int) -> None:
        self._kernel, self._handle = kernel, handle

    def close(self) -> None:
        """Let somebody else take the name."""
        self._kernel.close(self._handle)


def take_name(name: str, kernel: Kernel) -> Name | None:
    """Take a name of this session; ``None`` when another process holds it."""
    handle, is_new = kernel.create(f"Local\\{name}")
    if handle and is_new:
        return Name(kernel, handle)
    if handle:
        kernel.close(handle)
    return None


class Kernel32:
    """The library itself."""

    def __init__(self, library: Any, last_error: Any) -> None:
        self._library, self._last_error = library, last_error
        library.CreateMutexW.restype = ctypes.c_void_p
        library.CreateMutexW.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_wchar_p)
        library.CloseHandle.argtypes = (ctypes.c_void_p,)

    def create(self, name: str) -> tuple[int, bool]:
        """Ask CreateMutexW."""
        handle = self._library.CreateMutexW(None, 0, name)
        return int(handle or 0), self._last_error() != _ALREADY_EXISTS

    def close(self, handle: int) -> None:
        """Ask CloseHandle."""
        self._library.CloseHandle(handle)


def usual_kernel() -> Kernel:  # pragma: no cover - Windows alone has it
    """Open kernel32; AttributeError elsewhere."""
    library = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore] # Windows
    return Kernel32(library, ctypes.get_last_error)  # type: ignore[attr-defined,unused-ignore] # Windows
