"""Where news of versions come from: the administrator's word, else the builder's own place."""

import json
import platform
import sys
from importlib.resources import files

from app.domain.rollout import LookingForUpdates, Rollout
from app.domain.updates import Source, System

#: The one place where a builder names the feed and the key that signs it; empty for none.
_BUILT_IN = "updates.json"


def built_in_source() -> Source | None:
    """Return what this build was given, ``None`` for a build that was given nothing."""
    told = json.loads((files("resources") / _BUILT_IN).read_text(encoding="utf-8"))
    source = Source(told["feed"], told["key"])
    return source if all(source) else None


def source_of(rollout: Rollout, built_in: Source | None) -> Source | None:
    """Return what holds on this computer."""
    return Source(rollout.feed, rollout.feed_key) if rollout.feed else built_in


def policy_of(rollout: Rollout) -> bool | None:
    """Tell whether the program has to look, may not, or (``None``) does as its person chose."""
    if rollout.updates is None:
        return None
    return rollout.updates is LookingForUpdates.DAILY


def this_system() -> System:
    """Return this computer's system with what decides there whether a program runs.

    That is the C library on Linux, where a distribution's own version says nothing.
    """
    if sys.platform == "win32":
        return System("windows", platform.version())
    if sys.platform == "darwin":
        return System("macos", platform.mac_ver()[0])
    return System("linux", platform.libc_ver()[1])
