"""Which program is checked, on what."""

import platform
from collections.abc import Mapping

from app.machine.own_program import is_frozen
from app.machine.own_version import own_version


def program_seen(qt: str = "", shown_on: str = "") -> Mapping[str, object]:
    """Return versions and places; ``None`` for what nobody could tell.

    ``qt``: the version of Qt. ``shown_on``: what it paints on, such as "offscreen" or "xcb".
    """
    return {
        "version": own_version() or None,
        "frozen": is_frozen(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "python": platform.python_version(),
        "qt": qt or None,
        "platform": shown_on or None,
    }
