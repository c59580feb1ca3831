"""Clean roots of Debian, made once and kept; tries are made in copies of them."""

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from shipping.roots import apt_here
from shipping.roots.root import REP, ROOTS, Root, copy
from shipping.turns import alone

#: What a desktop has and a package does not ask for: a session bus with a keyring, who opens what.
_OF_A_DESKTOP = ("dbus", "gnome-keyring", "libglib2.0-bin", "desktop-file-utils", "xdg-utils")
#: Packages that were fetched for one root lie here for the others too.
_FETCHED = ROOTS / "fetched"
#: Of the digest of needs in the name of a root.
_DIGITS = 8
_APT = ("apt-get", "--quiet", "--yes", "--no-install-recommends", "-o", "Dir::Cache::Archives=/mnt")


def plain(suite: str) -> Path:
    """Return the smallest root of a release of Debian, with an ordinary person in it."""
    return _kept(f"{suite}-plain", lambda folder: _debootstrap(suite, folder))


def with_needs(suite: str, needs: str) -> Path:
    """Return a root that has what a package depends on, and not the package.

    ``needs``: as its field Depends says it. They are found in Debian alone, or this ends.
    """
    base = plain(suite)

    def make(folder: Path) -> None:
        copy(base, folder)
        _tell(folder, "apt-get", "--quiet", "update")
        _tell(folder, *_APT, "satisfy", needs)

    return _kept(f"{suite}-needs-{_digest(needs)}", make)


def with_desktop(suite: str, needs: str) -> Path:
    """Return a root that has what a desktop brings, beside what a package depends on."""
    base = with_needs(suite, needs)

    def make(folder: Path) -> None:
        copy(base, folder)
        _tell(folder, *_APT, "install", *_OF_A_DESKTOP)

    return _kept(f"{suite}-desktop-{_digest(needs, *_OF_A_DESKTOP)}", make)


def _kept(name: str, make: Callable[[Path], None]) -> Path:
    """Return the root of this name; one that is half made is never taken for a whole one."""
    folder = ROOTS / name
    if folder.is_dir():
        return folder
    half = ROOTS / f"{name}.half"
    with alone(ROOTS / "lock"):  # they share what apt fetches
        if not folder.is_dir():
            shutil.rmtree(half, ignore_errors=True)
            make(half)
            half.rename(folder)
            _drop_outdated(folder)
    return folder


def _drop_outdated(folder: Path) -> None:
    """Remove roots of the same kind for needs that no longer are those of the package."""
    kind, _, digest = folder.name.rpartition("-")
    if len(digest) == _DIGITS:
        for other in ROOTS.glob(f"{kind}-{'?' * _DIGITS}"):
            if other != folder:
                shutil.rmtree(other)


def _debootstrap(suite: str, folder: Path) -> None:
    words = ["debootstrap", "--variant=minbase", suite, str(folder), *apt_here.mirrors()]
    made = subprocess.run(words, capture_output=True, text=True, check=False)
    if made.returncode:  # it gives a mirror up at the first file that does not come
        shutil.rmtree(folder, ignore_errors=True)
        made = subprocess.run(words, capture_output=True, text=True, check=False)
    if made.returncode:
        last = "\n".join(made.stdout.splitlines()[-5:])
        raise SystemExit(f"debootstrap did not make a root of Debian {suite}:\n{last}")
    (folder / "etc/apt/apt.conf.d/50here").write_text(apt_here.settings(), encoding="utf-8")
    # What the mount of the same name covers while a program runs inside.
    (folder / "etc/resolv.conf").unlink(missing_ok=True)
    (folder / "etc/resolv.conf").touch()
    person = ("useradd", "--create-home", "--uid", str(REP.number), "--shell", "/bin/sh", REP.name)
    _tell(folder, *person)


def _tell(folder: Path, *words: str) -> None:
    _FETCHED.mkdir(exist_ok=True)
    Root(folder, _FETCHED).tell(*words)


def _digest(*words: str) -> str:
    """Return what tells roots of different needs apart."""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:_DIGITS]
