"""The package for Debian: installed, tried, upgraded and removed in clean roots."""

import shutil
import stat
import subprocess
from pathlib import Path

from shipping.claim import claim
from shipping.place import Release
from shipping.roots import files
from shipping.roots.bases import with_desktop, with_needs
from shipping.roots.root import Root, fresh
from shipping.sizes import check_size
from shipping.verifying import older, person
from shipping.verifying.program import try_program
from shipping.verifying.rolled_out import try_rollout

_INSTALL = ("apt-get", "--quiet", "--yes", "--no-install-recommends", "install")
_PROGRAM = "/usr/bin/talktally"


def verify_deb(release: Release, suite: str) -> None:
    """Prove the package in a release of Debian; SystemExit with what is wrong."""
    check_size(release.deb)
    needs = field(release.deb, "Depends")
    with fresh(with_needs(suite, needs)) as root:
        _alone(root, release, suite)
    with fresh(with_desktop(suite, needs)) as root:
        _on_a_desktop(root, release)


def field(deb: Path, name: str) -> str:
    """Return a field of a package."""
    words = ["dpkg-deb", "--field", str(deb), name]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def _alone(root: Root, release: Release, suite: str) -> None:
    """With nothing but what it depends on."""
    before = files.look(root.folder)
    installed = _packages(root)
    _install(root, release.deb)
    more = _packages(root) - installed
    claim(more == {"talktally"}, f"Installing the package brought {', '.join(sorted(more))}.")
    _check_rights(root, before)
    try_program(root, _PROGRAM, release.version, f"deb-{suite}")
    try_rollout(root)
    _purge(root, before)


def _on_a_desktop(root: Root, release: Release) -> None:
    """Upgraded from an earlier version, with a bus, a keyring and who opens what."""
    before = files.look(root.folder)
    _install(root, older.make_older(release.deb, root.given.parent))
    claim(root.path(older.DROPPED).is_file(), "The earlier version was not installed.")
    person.use_it(root)
    figures = person.figures(root)
    _install(root, release.deb)
    claim(not root.path(older.DROPPED).exists(), f"The upgrade left {older.DROPPED}.")
    now = person.figures(root)
    claim(now == figures, f"Before the upgrade: {figures}; after it: {now}.")
    person.try_login(root)
    person.try_links(root)
    person.try_keyring(root)
    root.tell("apt-get", "--quiet", "--yes", "remove", "talktally")
    person.check_kept(root)
    _purge(root, before)
    person.check_kept(root)


def _install(root: Root, deb: Path) -> None:
    shutil.copy(deb, root.given / deb.name)
    root.tell(*_INSTALL, f"/mnt/{deb.name}")
    altered = root.tell("dpkg", "--verify", "talktally")
    claim(not altered, f"dpkg --verify finds altered files:\n{altered}")


def _packages(root: Root) -> set[str]:
    return set(root.tell("dpkg-query", "--show", "--showformat=${Package}\n").split())


def _check_rights(root: Root, before: dict[str, files.Entry]) -> None:
    """Nothing of it may be changed by anybody but the administrator, or run as somebody else."""
    after = files.look(root.folder)
    for path in files.compare(before, after).came:
        entry = after[path]
        claim(entry.owner == 0, f"/{path} belongs to the user {entry.owner}.")
        loose = 0 if stat.S_ISLNK(entry.mode) else entry.mode & 0o6022
        claim(not loose, f"/{path} has the rights {entry.mode & 0o7777:04o}.")


def _purge(root: Root, before: dict[str, files.Entry]) -> None:
    # dpkg, for apt no longer knows a package that was removed and left nothing to purge.
    root.tell("dpkg", "--purge", "talktally")
    left = files.compare(before, files.look(root.folder)).told
    claim(not left, f"Removing the package altered the system: {left}")
