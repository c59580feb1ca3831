"""Start at login on macOS: an agent of the person in their Library, a property list."""

import plistlib
from collections.abc import Sequence
from pathlib import Path

from app.disk.whole import write_private_bytes

_LABEL = "talktally.login"


class MacEntry:
    """``home``: the person's folder. An agent switched off in System Settings still reads as on.

    The system keeps that switch where only its own tools may read it.
    """

    def __init__(self, home: Path) -> None:
        self._path = home / "Library" / "LaunchAgents" / f"{_LABEL}.plist"

    def command(self) -> tuple[str, ...]:
        """Return what is started, none where there is no agent or it is disabled."""
        try:
            found = plistlib.loads(self._path.read_bytes())
        except (OSError, ValueError, plistlib.InvalidFileException):
            return ()
        if not isinstance(found, dict) or found.get("Disabled") or not found.get("RunAtLoad"):
            return ()
        words = found.get("ProgramArguments")
        return tuple(map(str, words)) if isinstance(words, list) else ()

    def write(self, command: Sequence[str]) -> None:
        """Write the agent."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        agent = {
            "Label": _LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        write_private_bytes(self._path, plistlib.dumps(agent))

    def remove(self) -> None:
        """Take the agent away."""
        self._path.unlink(missing_ok=True)
