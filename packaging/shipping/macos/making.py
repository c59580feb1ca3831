"""Talktally.app and its image for macOS; written by the tools' manuals, never run by our tests.

``python -m shipping.macos.making`` on a Mac, after ``make environment translations package-tools``.
"""

import platform
import shutil
import subprocess
from pathlib import Path

from shipping.freeze import freeze_into
from shipping.icons import make_icons
from shipping.licences import SHIPPED
from shipping.parts_list import differences, parts_list, write_parts_list
from shipping.place import DIST, ROOT, Release, this_release
from shipping.shipped import LICENCES, read_shipped

_SIGNING = ROOT / "packaging" / "macos" / "sign-and-notarise.sh"


def make_macos(release: Release) -> None:
    """Make the image in dist/; signed and notarised where the environment names who signs."""
    if platform.system() != "Darwin":
        raise SystemExit("not run: an app for macOS is made on macOS.")
    make_icons()
    tree = freeze_into(release.tree("macos").parent, release)
    application = tree.with_name("Talktally.app")
    shutil.copytree(tree / LICENCES, application / "Contents" / "Resources" / LICENCES)
    found = read_shipped(tree.parent / SHIPPED)
    document = parts_list(found, tree, release)
    if wrong := list(differences(document, tree)):
        raise SystemExit(f"The list of parts does not fit {tree}: {'; '.join(wrong[:5])}.")
    DIST.mkdir(exist_ok=True)
    write_parts_list(document, release.parts_list("macos"))
    _sign(application, DIST / f"Talktally-{release.version}.dmg", release)


def _sign(application: Path, image: Path, release: Release) -> None:
    subprocess.run(["/bin/sh", str(_SIGNING), str(application), str(image)], check=True,
                   env=release.environment)  # fmt: skip


if __name__ == "__main__":
    make_macos(this_release())
