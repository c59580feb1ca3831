"""Where packages are made, what they are called, and what they are made of."""

import os
import subprocess
import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
#: What is made on the way, and tools; never handed out. May be deleted at any time.
CACHE = ROOT / ".cache" / "packaging"
#: What is handed out.
DIST = ROOT / "dist"


class Release(NamedTuple):
    """What a package says of itself; ``epoch`` is the only time that goes into any file of it.

    ``epoch``: seconds since 1970, of the environment's SOURCE_DATE_EPOCH, else of the last commit.
    """

    version: str
    epoch: int

    def tree(self, system: str) -> Path:
        """Return the folder of the frozen program, for "linux" or "windows"."""
        return CACHE / system / "talktally"

    @property
    def deb(self) -> Path:
        """Return the package for Debian and Ubuntu."""
        return DIST / f"talktally_{self.version}_amd64.deb"

    @property
    def rpm(self) -> Path:
        """Return the package for Fedora, openSUSE and their relatives."""
        return DIST / f"talktally-{self.version}-1.x86_64.rpm"

    @property
    def archive(self) -> Path:
        """Return the folder that runs anywhere on Linux, packed."""
        return DIST / f"talktally-{self.version}-linux-x86_64.tar.xz"

    @property
    def setup(self) -> Path:
        """Return the installer for Windows."""
        return DIST / f"talktally-{self.version}-windows-x64-setup.exe"

    @property
    def zip(self) -> Path:
        """Return the folder that runs anywhere on Windows, packed."""
        return DIST / f"talktally-{self.version}-windows-x64.zip"

    @property
    def sums(self) -> Path:
        """Return the checksums of all that is handed out."""
        return DIST / "SHA256SUMS"

    def parts_list(self, system: str) -> Path:
        """Return the list of all that a system's packages hold, a CycloneDX document."""
        return DIST / f"talktally-{self.version}-{system}.cdx.json"

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment in which the same source gives the same bytes."""
        steady = {"SOURCE_DATE_EPOCH": str(self.epoch), "PYTHONHASHSEED": "1"}
        return {**os.environ, **steady, "VERSION": self.version, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def this_release() -> Release:
    """Return what the source as it lies here is released as."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return Release(project["version"], _epoch())


def _epoch() -> int:
    named = os.environ.get("SOURCE_DATE_EPOCH", "")
    if named.isdecimal():
        return int(named)
    words = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    return int(told)
