"""A package of an earlier version, to upgrade from."""

import re
import subprocess
from pathlib import Path

from shipping.claim import claim

VERSION = "0.0.1"
#: A file that only the earlier version has.
DROPPED = "/usr/lib/talktally/_internal/of-an-earlier-version"


def make_older(deb: Path, folder: Path) -> Path:
    """Make the same package under an earlier version, with one more file; return it."""
    unpacked = folder / "older"
    _run("dpkg-deb", "--raw-extract", str(deb), str(unpacked))
    control = unpacked / "DEBIAN" / "control"
    control.write_text(with_version(control.read_text(encoding="utf-8"), VERSION), "utf-8")
    dropped = unpacked / DROPPED.lstrip("/")
    claim(dropped.parent.is_dir(), f"{deb.name} has no folder {Path(DROPPED).parent}.")
    dropped.write_text("gone with the next version\n", encoding="utf-8")
    older = folder / "older.deb"
    _run("dpkg-deb", "-Znone", "--root-owner-group", "--build", str(unpacked), str(older))
    return older


def with_version(control: str, version: str) -> str:
    """Return a package's fields with another version."""
    return re.sub(r"(?m)^Version: .*$", f"Version: {version}", control)


def _run(*words: str) -> None:
    subprocess.run(words, capture_output=True, check=True)
