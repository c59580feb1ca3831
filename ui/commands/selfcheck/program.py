"""Which program is checked, on what."""

import platform
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version


def program_seen(qt: str = "", shown_on: str = "") -> Mapping[str, object]:
    """Return versions and places; ``None`` for what nobody could tell.

    ``qt``: the version of Qt. ``shown_on``: what it paints on, such as "offscreen" or "xcb".
    """
    own: str | None = None
    with suppress(PackageNotFoundError):
        own = version("talktally")
    return {
        "version": own,
        "frozen": bool(getattr(sys, "frozen", False)),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "python": platform.python_version(),
        "qt": qt or None,
        "platform": shown_on or None,
    }
