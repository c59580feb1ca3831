"""Whether a window can be shown at all; asked before Qt is loaded, so free of it."""

import sys
from collections.abc import Mapping


def has_display(environ: Mapping[str, str]) -> bool:
    """Tell whether there is a screen: always on Windows and macOS, else where a server is named."""
    if not sys.platform.startswith("linux"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def is_watched(environ: Mapping[str, str]) -> bool:
    """Tell whether somebody would see a window; one drawn off-screen is seen by nobody."""
    return has_display(environ) and environ.get("QT_QPA_PLATFORM") not in {"offscreen", "minimal"}
