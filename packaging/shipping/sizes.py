"""How large what is handed out may be."""

from pathlib import Path

from shipping.claim import MEGABYTE, claim

#: By the end of the name; in megabytes. They are to be fetched over a slow line, too.
LIMITS = {".deb": 60, "-setup.exe": 35}


def check_size(package: Path) -> None:
    """SystemExit where a package is not there or larger than it may be."""
    claim(package.is_file(), f"There is no {package.name}: make packages makes it.")
    limit = next((most for end, most in LIMITS.items() if package.name.endswith(end)), None)
    size = package.stat().st_size
    claim(
        limit is None or size <= limit * MEGABYTE,
        f"{package.name} has {size / MEGABYTE:.1f} MB; it may have {limit}.",
    )
