"""Whether roots can be made and entered here."""

import os
import shutil
import subprocess

#: What makes and enters them, and what proves packages in them.
PROGRAMS = ("debootstrap", "unshare", "chroot", "dpkg-deb", "rpm", "Xvfb")


def why_not() -> str:
    """Return why not, empty where they can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "roots are made and entered by an administrator alone (sudo)"
    path = f"{os.environ.get('PATH', os.defpath)}:/sbin:/usr/sbin"
    missing = [name for name in PROGRAMS if shutil.which(name, path=path) is None]
    if missing:
        return f"{missing[0]} is not installed (see packaging/setup/package-tools.sh)"
    mounting = ["unshare", "--mount", "true"]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        return "this computer lets nobody mount, as in a container without that right"
    return ""
