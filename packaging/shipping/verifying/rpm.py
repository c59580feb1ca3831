"""The package for Fedora and its relatives: put into a root by rpm itself, tried and removed.

No system of theirs can be had here, so its programs run in a root of Debian, and whether the names
of what it asks for are right there is not shown.
"""

import subprocess

from shipping.claim import claim
from shipping.place import Release
from shipping.roots import files
from shipping.roots.bases import with_needs
from shipping.roots.root import Root, fresh
from shipping.sizes import check_size
from shipping.verifying.deb import field
from shipping.verifying.program import try_program


def verify_rpm(release: Release, suite: str) -> None:
    """Prove the package as far as that goes here; SystemExit with what is wrong."""
    check_size(release.rpm)
    with fresh(with_needs(suite, field(release.deb, "Depends"))) as root:
        before = files.look(root.folder)
        _rpm(root, "--install", "--nodeps", str(release.rpm))
        altered = _rpm(root, "--verify", "--nodeps", "talktally")
        claim(not altered.strip(), f"rpm --verify finds altered files:\n{altered}")
        try_program(root, "/usr/bin/talktally", release.version, "rpm")
        _rpm(root, "--erase", "talktally")
        left = files.compare(before, files.look(root.folder)).told
        claim(not left, f"Removing the rpm altered the system: {left}")


def _rpm(root: Root, *words: str) -> str:
    command = ["rpm", "--root", str(root.folder), "--dbpath", "/var/lib/rpm", *words]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    claim(ended.returncode == 0, f"rpm {' '.join(words)} failed:\n{ended.stdout}{ended.stderr}")
    return ended.stdout
