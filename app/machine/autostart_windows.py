"""Start at login on Windows: a value of the person's Run key, and what Task Manager says of it."""

import re
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_NAME = "Talktally"
_first_word = re.compile(r'\s*(?:"([^"]*)"|(\S+))\s*')


class Registry(Protocol):
    """The person's own part of the registry; keys are paths below it."""

    def read(self, key: str, name: str) -> str | bytes | None:
        """Return a value, ``None`` where there is none."""
        ...

    def write(self, key: str, name: str, text: str) -> None:
        """Write a text, its key made when there is none; OSError when that is refused."""
        ...

    def delete(self, key: str, name: str) -> None:
        """Delete a value, if there is one; OSError when that is refused."""
        ...


class WindowsEntry:
    """Whoever switched it off in Task Manager left a mark with an odd first byte."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def command(self) -> tuple[str, ...]:
        """Return the program that is started and the rest of its line."""
        mark = self._registry.read(_APPROVED, _NAME)
        line = self._registry.read(_RUN, _NAME)
        if not isinstance(line, str) or (isinstance(mark, bytes) and mark[:1] and mark[0] % 2):
            return ()
        found = _first_word.match(line)
        if found is None:
            return ()
        rest = line[found.end() :].strip()
        return (found[1] or found[2] or "", *filter(None, [rest]))

    def write(self, command: Sequence[str]) -> None:
        """Write the value, and take Task Manager's mark away."""
        self._registry.write(_RUN, _NAME, subprocess.list2cmdline(command))
        self._registry.delete(_APPROVED, _NAME)

    def remove(self) -> None:
        """Delete the value and the mark."""
        self._registry.delete(_RUN, _NAME)
        self._registry.delete(_APPROVED, _NAME)


if sys.platform == "win32":
    import winreg

    from app.machine.registry_windows import PersonsKeys

    class _OwnRegistry(PersonsKeys):
        def read(self, key: str, name: str) -> str | bytes | None:
            with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                value = winreg.QueryValueEx(opened, name)[0]
                return value if isinstance(value, str | bytes) else None
            return None

    def own_registry() -> Registry:
        """Return the registry of the person who runs this."""
        return _OwnRegistry()
