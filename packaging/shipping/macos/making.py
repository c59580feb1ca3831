"""Talktally.app and its image for macOS; written by the tools' manuals, never run by our tests.

``python -m shipping.macos.making`` on a Mac, after ``make environment translations package-tools``.
"""

import platform
import shutil
import subprocess
from pathlib import Path

from shipping.freeze import freeze_into
from shipping.icons import make_icons
from shipping.parts_list import make_parts_list
from shipping.place import DIST, ROOT, Release, this_release
from shipping.shipped import LICENCES

_SIGNING = ROOT / "packaging" / "macos" / "sign-and-notarise.sh"


def make_macos(release: Release) -> None:
    """Make the image in dist/; signed and notarised where the environment names who signs."""
    if platform.system() != "Darwin":
        raise SystemExit("not run: an app for macOS is made on macOS.")
    make_icons()
    tree = freeze_into(release.tree("macos").parent, release)
    application = tree.with_name("Talktally.app")
    shutil.copytree(tree / LICENCES, application / "Contents" / "Resources" / LICENCES)
    make_parts_list(release, "macos")
    _sign(application, DIST / f"Talktally-{release.version}.dmg", release)


def _sign(application: Path, image: Path, release: Release) -> None:
    subprocess.run(["/bin/sh", str(_SIGNING), str(application), str(image)], check=True,
                   env=release.environment)  # fmt: skip


if __name__ == "__main__":
    make_macos(this_release())
