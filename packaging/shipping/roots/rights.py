"""Whether roots can be made and entered here."""

import os
import shutil

_PROGRAMS = ("debootstrap", "unshare", "chroot", "dpkg-deb", "rpm", "Xvfb")


def why_not() -> str:
    """Return why not, empty where they can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "roots are made and entered by an administrator alone (sudo)"
    path = f"{os.environ.get('PATH', os.defpath)}:/sbin:/usr/sbin"
    missing = [name for name in _PROGRAMS if shutil.which(name, path=path) is None]
    if missing:
        return f"{missing[0]} is not installed (see packaging/setup/package-tools.sh)"
    return ""
