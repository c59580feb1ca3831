"""The packages for Linux, proven in clean roots of the releases of Debian that are asked for."""

import os

from shipping.place import Release
from shipping.verifying import archive, deb, rpm

#: Names releases of Debian, with blanks between: "bookworm trixie".
_ASKED = "TALKTALLY_DEBIAN"
_USUAL = "bookworm"


def suites() -> list[str]:
    """Return the releases of Debian in which packages are tried."""
    return os.environ.get(_ASKED, "").split() or [_USUAL]


def verify_deb(release: Release) -> None:
    """Prove the deb in each of them."""
    for suite in suites():
        deb.verify_deb(release, suite)


def verify_rpm(release: Release) -> None:
    """Prove the rpm in the first of them."""
    rpm.verify_rpm(release, suites()[0])


def verify_archive(release: Release) -> None:
    """Prove the archive in each of them."""
    for suite in suites():
        archive.verify_archive(release, suite)
