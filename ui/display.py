"""Whether a window can be shown at all, and drawing without one; for before Qt is loaded."""

import sys
from collections.abc import Mapping, MutableMapping
from pathlib import PureWindowsPath


def has_display(environ: Mapping[str, str]) -> bool:
    """Tell whether there is a screen: always on Windows and macOS, else where a server is named."""
    if not sys.platform.startswith("linux"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def is_watched(environ: Mapping[str, str]) -> bool:
    """Tell whether somebody would see a window; one drawn off-screen is seen by nobody."""
    return has_display(environ) and environ.get("QT_QPA_PLATFORM") not in {"offscreen", "minimal"}


def draw_off_screen(environ: MutableMapping[str, str], system: str = sys.platform) -> None:
    """Let Qt, once it is loaded, draw without a screen, whatever screen there is.

    Without one Qt does not ask Windows for its fonts, and looks for them beside itself.
    """
    environ["QT_QPA_PLATFORM"] = "offscreen"
    if system == "win32":
        windows = environ.get("SYSTEMROOT") or r"C:\Windows"
        environ.setdefault("QT_QPA_FONTDIR", str(PureWindowsPath(windows, "Fonts")))
