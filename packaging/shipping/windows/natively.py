"""Freeze and pack on a Windows of one's own, as releases are; never run by our tests.

``python -m shipping.windows.natively freeze``, then, once the programs are signed, ``… setup``.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from shipping.freeze import LOCKS, SPEC, build_wheel, run
from shipping.licences import collect
from shipping.parts_list import make_parts_list
from shipping.place import CACHE, DIST, Release, this_release
from shipping.windows.making import STORED, check_tree, lay_out, make_setup, pack
from shipping.windows.signing import signing
from shipping.windows.wine import FOLDER

_ENVIRONMENT = CACHE / "native"


def freeze(release: Release) -> None:
    """Make ``release.tree("windows")`` with the Python that this runs on."""
    python = _environment(release)
    lay_out(release)
    os.environ.update(STORED)
    tree = release.tree("windows")
    shutil.rmtree(tree, ignore_errors=True)
    run([str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
         "--distpath", str(tree.parent), "--workpath", str(FOLDER / "work"), str(SPEC)],
        release)  # fmt: skip
    check_tree(tree)
    collect(tree, "windows", _ENVIRONMENT / "Lib" / "site-packages")


def setup(release: Release) -> None:
    """Make what is handed out of the tree as it lies there, and the list of its parts."""
    DIST.mkdir(exist_ok=True)
    tree = release.tree("windows")
    make_parts_list(release, "windows")
    pack(release)
    make_setup(release, tree, release.setup, sign_with=signing())


def _environment(release: Release) -> Path:
    """Return the Python of an environment with what the lock files say, and the program."""
    shutil.rmtree(_ENVIRONMENT, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(_ENVIRONMENT)], check=True)
    python = _ENVIRONMENT / "Scripts" / "python.exe"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for lock in LOCKS:
        run([*install, "--require-hashes", "--requirement", str(lock)], release)
    run([*install, "--no-deps", str(build_wheel(release))], release)
    return python


_STEPS = {"freeze": freeze, "setup": setup}


def main(words: Sequence[str]) -> None:
    """Take the steps that are named; SystemExit with one sentence where one fails."""
    if platform.system() != "Windows":
        raise SystemExit("not run: elsewhere, make packages ARGS=windows does this under wine.")
    for word in words:
        _STEPS[word](this_release())


if __name__ == "__main__":
    main(sys.argv[1:])
