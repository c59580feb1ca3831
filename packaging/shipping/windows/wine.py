"""A Windows by wine: a folder below the cache, from which nothing of the person's home is seen."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path, PureWindowsPath
from typing import NamedTuple

from shipping.place import CACHE, ROOT

FOLDER = CACHE / "windows"
_STUBS = ROOT / "packaging" / "windows" / "stubs"
_COMPILER = "x86_64-w64-mingw32-gcc"
_FONTS = Path("/usr/share/fonts/truetype/dejavu")
#: Nothing to install on the way (Mono, Gecko), and nothing of wine's own put into a start menu.
_OVERRIDES = "mscoree,mshtml,winemenubuilder.exe="
#: Which fonts stand in for those that only Microsoft hands out.
_INSTEAD = r"HKCU\Software\Wine\Fonts\Replacements"
_STARTING = 120.0


class Wine(NamedTuple):
    """One Windows, and the X display that its windows are shown on ("" for none)."""

    prefix: Path
    display: str = ""

    def environment(self, extra: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return what wine is started with, and nothing of the environment of whoever asks."""
        shown = {"DISPLAY": self.display} if self.display else {}
        return {
            "PATH": os.environ["PATH"], "HOME": str(self.prefix / "home"), "USER": "person",
            "WINEPREFIX": str(self.prefix), "WINEDLLOVERRIDES": _OVERRIDES, "WINEDEBUG": "-all",
            "LC_ALL": "C.UTF-8", "TZ": "UTC", **shown, **(extra or {}),
        }  # fmt: skip

    def start(
        self, words: Sequence[str], extra: Mapping[str, str] | None = None
    ) -> "subprocess.Popen[str]":
        """Start a program; what it says comes through a pipe, for Python dies of a file there."""
        return subprocess.Popen(
            [shutil.which("wine") or "wine", *words], env=self.environment(extra), cwd=self.prefix,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, errors="replace",
        )  # fmt: skip

    def run(
        self, words: Sequence[str], *, seconds: float, extra: Mapping[str, str] | None = None
    ) -> str:
        """Run a program to its end, and return what it said; SystemExit when it takes longer.

        Its exit code tells nothing: wine returns 0 for programs that it could not start.
        """
        running = self.start(words, extra)
        try:
            return running.communicate(timeout=seconds)[0]
        except subprocess.TimeoutExpired:
            self.end()
            running.kill()
            said = running.communicate()[0]
            raise SystemExit(f"{words[0]} took over {seconds:.0f} s under wine: {said}") from None

    def end(self) -> None:
        """End every program of this Windows, and of no other one."""
        words = ["wineserver", "-k"]
        subprocess.run(words, env=self.environment(), check=False, capture_output=True)

    def settle(self) -> None:
        """Wait until every program has ended, and the registry is in its files."""
        words = ["wineserver", "-w"]
        subprocess.run(words, env=self.environment(), check=False, timeout=_STARTING)

    def path(self, windows: str) -> Path:
        r"""Return where a file of its disk lies: ``C:\a`` or ``%LOCALAPPDATA%\a``."""
        local = rf"C:\users\{self.environment()['USER']}\AppData\Local"
        told = PureWindowsPath(windows.replace("%LOCALAPPDATA%", local))
        return self.prefix.joinpath("drive_c", *told.parts[1:])


def new_wine(name: str) -> Wine:
    """Make a Windows, without anything of one that had this name; SystemExit without wine."""
    for program in ("wine", "wineserver", _COMPILER):
        if shutil.which(program) is None:
            raise SystemExit(
                f"There is no {program} here; packaging/setup/package-tools.sh brings it."
            )
    wine = Wine(FOLDER / name)
    wine.end()
    shutil.rmtree(wine.prefix, ignore_errors=True)
    (wine.prefix / "home").mkdir(parents=True)
    wine.run(["wineboot", "--init"], seconds=_STARTING)
    system = wine.path(r"C:\windows\system32")
    if not system.is_dir():
        raise SystemExit("wine could not make itself a Windows.")
    for stub in sorted(_STUBS.glob("*.c")):
        target = system / stub.with_suffix(".dll").name
        words = [_COMPILER, "-shared", "-Os", "-s", "-o", str(target), str(stub), "-ladvapi32"]
        subprocess.run(words, check=True)
    fonts = wine.path(r"C:\windows\Fonts")
    fonts.mkdir(exist_ok=True)
    for font in _FONTS.glob("DejaVuSans*.ttf"):
        shutil.copy(font, fonts)
    wine.run(["reg", "add", _INSTEAD, "/v", "Segoe UI", "/d", "DejaVu Sans"], seconds=_STARTING)
    return wine


def windows_path(path: Path) -> str:
    """Return a path of this computer as a program under wine names it."""
    return "Z:" + str(path.absolute()).replace("/", "\\")
