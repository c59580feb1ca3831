"""Whether somebody presents, where the system says it by a function: Windows.

Linux desktops say it on the session bus (see :mod:`ui.notices.server`); macOS tells no program, and
holds notices back by itself.
"""

from collections.abc import Callable

#: Answers of SHQueryUserNotificationState in which a notice would disturb: a full screen that is
#: busy, one that a game has, presenting, and the first hour after Windows was set up.
_DISTURBED = frozenset({2, 3, 4, 6})


def is_presenting(ask: Callable[[], int | None] | None = None) -> bool:
    """Tell whether somebody presents; ``ask`` returns the state that Windows gives."""
    return (ask or _windows_state)() in _DISTURBED


def _windows_state() -> int | None:
    """Ask Windows; ``None`` where that is not, or it does not know."""
    # Here because only Windows has its libraries.
    import ctypes

    libraries = getattr(ctypes, "windll", None)
    if libraries is None:
        return None
    state = ctypes.c_int()
    failed = libraries.shell32.SHQueryUserNotificationState(ctypes.byref(state))
    return None if failed else state.value
