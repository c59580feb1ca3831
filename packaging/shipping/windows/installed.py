"""Talktally as it was installed on one Windows by wine: its files, its keys, its commands."""

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from shipping.windows.registry import credentials, persons_values
from shipping.windows.wine import Wine, windows_path

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
LINKS = r"Software\Classes\Talktally.Link\shell\open\command"
OFFERED = r"Software\RegisteredApplications"
LISTED = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Talktally"
_INSTALLING, _COMMAND, _WAITING = 300.0, 240.0, 180.0
_PAUSE = 0.25


class Installed(NamedTuple):
    """``wine``: where it is, or is to be, installed."""

    wine: Wine

    @property
    def folder(self) -> Path:
        """Where the program lies unless somebody says otherwise."""
        return self.wine.path(r"%LOCALAPPDATA%\Programs\Talktally")

    @property
    def data(self) -> Path:
        """Where a person's ledger lies."""
        return self.wine.path(r"%LOCALAPPDATA%\Talktally")

    @property
    def menu(self) -> Path:
        """The entry of the start menu."""
        roaming = self.wine.path(r"%LOCALAPPDATA%").with_name("Roaming")
        return roaming / "Microsoft/Windows/Start Menu/Programs/Talktally.lnk"

    def install(self, setup: Path, *words: str) -> None:
        """Install in silence."""
        self.wine.run([windows_path(setup), "/S", *words], seconds=_INSTALLING)

    def remove(self, *words: str) -> None:
        """Remove in silence, and wait: the removal goes on in a copy of itself."""
        self.wine.run([str(self.folder / "uninstall.exe"), "/S", *words], seconds=_INSTALLING)
        wait_until(lambda: not self.folder.exists(), "the folder of the program is still there")

    def say(self, *words: str, program: str = "talktally-cli.exe") -> str:
        """Run a command and return what it said."""
        return self.wine.run([str(self.folder / program), *words], seconds=_COMMAND)

    def json(self, *words: str) -> Any:
        """Run a command and return its answer in JSON; SystemExit where it gives none."""
        said = self.say("--json", *words)
        try:
            return json.loads(said)
        except ValueError:
            raise SystemExit(f"{' '.join(words)} says no JSON on Windows: {said[-2000:]}") from None

    def value(self, key: str, name: str = "") -> str | None:
        """Return what stands in the registry once every program has ended; ``None`` for nothing."""
        return self._values().get(key, {}).get(name)

    def keys(self) -> list[str]:
        """Return under which targets the Credential Manager keeps something, as above."""
        return credentials(self._values())

    def _values(self) -> Mapping[str, Mapping[str, str]]:
        self.wine.settle()
        return persons_values(self.wine.prefix / "user.reg")


def wait_until(holds: Callable[[], bool], otherwise: str) -> None:
    """Wait for something to be so; SystemExit with ``otherwise`` after three minutes."""
    end = time.monotonic() + _WAITING
    while not holds():
        if time.monotonic() > end:
            raise SystemExit(f"After three minutes {otherwise}.")
        time.sleep(_PAUSE)
