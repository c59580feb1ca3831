"""Freeze the program: a folder that runs on a computer without Python.

The libraries come from the lock files into an environment of its own, the program as the wheel
that is made of the source as it lies here.
"""

import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from shipping.licences import collect
from shipping.place import CACHE, ROOT, Release, this_release
from shipping.search_paths import forget_foreign_paths
from shipping.turns import alone
from shipping.unneeded import drop_unneeded

_ENVIRONMENT = CACHE / "freeze"
#: What goes into the program, and what freezes it.
LOCKS = (ROOT / "requirements.lock", ROOT / "requirements-freeze.lock")
_INSTALL = ROOT / "packaging" / "setup" / "install-locked.sh"
_SYSTEM = {"Darwin": "macos"}.get(platform.system(), "linux")
SPEC = ROOT / "packaging" / "pyinstaller" / "talktally.spec"


def freeze_linux(release: Release) -> None:
    """Make ``release.tree("linux")``, as a whole or not at all; SystemExit where that fails."""
    begun = time.monotonic()
    tree = release.tree("linux")
    freeze_into(tree.parent, release)
    seconds = time.monotonic() - begun
    print(f"frozen for Linux: {seconds:.0f} s, {_megabytes(tree):.0f} MB in {tree}")


def freeze_into(place: Path, release: Release) -> Path:
    """Freeze into ``place``/talktally and return that folder; what was there before goes.

    Whoever comes second waits.
    """
    with alone(CACHE / "freeze.lock"):
        return _frozen_into(place, release)


def _frozen_into(place: Path, release: Release) -> Path:
    python = _environment(release)
    _install_program(python, release)
    unfinished = place.with_name(f"{place.name}-unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    run([str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
         "--distpath", str(unfinished), "--workpath", str(CACHE / f"{place.name}-work"),
         str(SPEC)], release)  # fmt: skip
    drop_unneeded(unfinished)
    _check_links(unfinished)
    forget_foreign_paths(unfinished)
    libraries = next((_ENVIRONMENT / "lib").glob("python3*/site-packages"))
    collect(unfinished / "talktally", _SYSTEM, libraries)
    place.mkdir(parents=True, exist_ok=True)
    for made in list(unfinished.iterdir()):  # on macOS an app stands beside the folder
        shutil.rmtree(place / made.name, ignore_errors=True)
        made.rename(place / made.name)
    unfinished.rmdir()
    return place / "talktally"


def build_wheel(release: Release) -> Path:
    """Make the wheel of the source as it lies here, and return it."""
    folder = CACHE / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps",
         "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)], release)  # fmt: skip
    return next(folder.glob("*.whl"))


def run(words: Sequence[str], release: Release) -> None:
    """Run a tool in the environment of the release; SystemExit with its last lines if it fails."""
    done = subprocess.run(
        list(words), env=release.environment, cwd=ROOT, check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    if done.returncode:
        last = "\n".join(done.stdout.splitlines()[-15:])
        raise SystemExit(f"{' '.join(words[:3])} failed:\n{last}")


def _environment(release: Release) -> Path:
    """Return the Python of an environment that holds what the lock files say, and nothing else."""
    python = _ENVIRONMENT / "bin" / "python"
    wanted = "".join(lock.read_text(encoding="utf-8") for lock in LOCKS)
    stamp = _ENVIRONMENT / "installed.lock"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print("Fetching what goes into the program")
    shutil.rmtree(_ENVIRONMENT, ignore_errors=True)
    base = Path(sys.base_prefix) / "bin" / "python3"
    run([str(base), "-m", "venv", "--without-pip", str(_ENVIRONMENT)], release)
    run([str(_INSTALL), str(python), *map(str, LOCKS)], release)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def _install_program(python: Path, release: Release) -> None:
    wheel = build_wheel(release)
    run([sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps",
         "--force-reinstall", "--no-compile", "--disable-pip-version-check",
         str(wheel)], release)  # fmt: skip


def _check_links(folder: Path) -> None:
    """Refuse a folder with a link to something that was left out."""
    dangling = [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()]
    if dangling:
        names = ", ".join(path.name for path in dangling[:5])
        raise SystemExit(f"links lead nowhere, so shipping/trim.py drops too little: {names}")


def _megabytes(folder: Path) -> float:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


if __name__ == "__main__":
    freeze_linux(this_release())
