"""What the system starts when a person logs in: whether this program is among it, and turning it.

Each system has a file of its own beside this one; all of them answer as :class:`Entry` does.
"""

import shutil
import sys
from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Protocol


class Login(Enum):
    """What happens at login: ``BROKEN`` is an entry whose program is no longer there."""

    ON = "on"
    OFF = "off"
    BROKEN = "broken"


class Entry(Protocol):
    """The entry of this program in what a system starts at login."""

    def command(self) -> tuple[str, ...]:
        """Return the words that the system will start, none where it starts nothing."""
        ...

    def write(self, command: Sequence[str]) -> None:
        """Let the system start these words; EnvironmentProblem or OSError when it refuses."""
        ...

    def remove(self) -> None:
        """Let the system start nothing; EnvironmentProblem or OSError when it refuses."""
        ...


def usual_entry(environ: Mapping[str, str]) -> Entry:
    """Return the entry of this computer's system."""
    # Each here because a system needs but its own.
    if sys.platform == "win32":
        from app.machine.autostart_windows import WindowsEntry, own_registry

        return WindowsEntry(own_registry())
    if sys.platform == "darwin":
        from app.machine.autostart_macos import MacEntry

        return MacEntry(Path.home())
    from app.machine.autostart_desktop import DesktopEntry

    return DesktopEntry(environ)


def login_of(entry: Entry) -> Login:
    """Tell what the system will do at login, from what it would really start."""
    command = entry.command()
    if not command:
        return Login.OFF
    return Login.ON if shutil.which(command[0]) else Login.BROKEN
