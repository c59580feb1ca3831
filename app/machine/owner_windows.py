"""Who owns a file on Windows: an administrator or the system, whoever runs this, or somebody else.

A file that others made in a folder open to all is theirs, whatever it is called.
"""

import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _FILE, _OWNER = 1, 1
    #: Of the system's list of well-known names: the system itself, and the administrators.
    _WELL_KNOWN = (22, 26)
    _QUERY, _USER = 0x0008, 1
    _ROOM = 256

    def is_administrators(path: Path) -> bool:
        """Tell whether an administrator, the system or whoever runs this owns a file; OSError."""
        owner, descriptor = ctypes.c_void_p(), ctypes.c_void_p()
        system = ctypes.WinDLL("advapi32", use_last_error=True)
        refused = system.GetNamedSecurityInfoW(
            ctypes.c_wchar_p(str(path)), _FILE, _OWNER,
            ctypes.byref(owner), None, None, None, ctypes.byref(descriptor),
        )  # fmt: skip
        if refused:
            raise ctypes.WinError(refused)
        try:
            known = any(system.IsWellKnownSid(owner, name) for name in _WELL_KNOWN)
            return known or _is_own(system, owner)
        finally:
            free = ctypes.WinDLL("kernel32").LocalFree
            free.argtypes = [ctypes.c_void_p]
            free(descriptor)

    def _is_own(system: ctypes.WinDLL, owner: ctypes.c_void_p) -> bool:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.CloseHandle.argtypes = [wintypes.HANDLE]
        system.OpenProcessToken.argtypes = [
            wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE),
        ]  # fmt: skip
        token = wintypes.HANDLE()
        if not system.OpenProcessToken(kernel.GetCurrentProcess(), _QUERY, ctypes.byref(token)):
            raise ctypes.WinError(ctypes.get_last_error())
        room, needed = ctypes.create_string_buffer(_ROOM), wintypes.DWORD()
        try:
            if not system.GetTokenInformation(token, _USER, room, _ROOM, ctypes.byref(needed)):
                raise ctypes.WinError(ctypes.get_last_error())
            # The answer begins with the address of who it is.
            return bool(system.EqualSid(owner, ctypes.c_void_p.from_buffer(room)))
        finally:
            kernel.CloseHandle(token)
