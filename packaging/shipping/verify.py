"""Prove what was made: ``python -m shipping.verify [deb|rpm|…]``; without words, all of it."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence

from shipping.place import DIST, Release, this_release
from shipping.roots.rights import why_not
from shipping.steps import function_of, refuse_unknown
from shipping.verifying.report import Shown, table, write

#: Each package with the function that proves it, and the attribute of the release that is it.
PACKAGES = {
    "deb": ("shipping.verifying.linux:verify_deb", "deb"),
    "rpm": ("shipping.verifying.linux:verify_rpm", "rpm"),
    "archive": ("shipping.verifying.linux:verify_archive", "archive"),
    "windows": ("shipping.windows.verifying:verify_windows", "setup"),
    "papers": ("shipping.verifying.papers:verify_papers", "sums"),
}
_IN_ROOTS = ("deb", "rpm", "archive")
REPORT = DIST / "verified.json"


def main(words: Sequence[str]) -> int:
    """Prove those that are named; return 0 where all hold, 1 where one does not."""
    refuse_unknown(words, PACKAGES, "verify")
    release = this_release()
    DIST.mkdir(exist_ok=True)
    rows = [_shown(name, release) for name in PACKAGES if not words or name in words]
    write(rows, release.version, REPORT)
    print(table(rows))
    return exit_code(rows, everything=bool(os.environ.get("CI")))


def exit_code(rows: Sequence[Shown], *, everything: bool) -> int:
    """Return 1 where a package failed, or where ``everything`` must run and one did not."""
    return int(any(row.wrong or (everything and row.not_run) for row in rows))


def _shown(name: str, release: Release) -> Shown:
    place, attribute = PACKAGES[name]
    package = getattr(release, attribute)
    size = package.stat().st_size if package.is_file() else 0
    missing = why_not() if name in _IN_ROOTS else ""
    if missing:
        return Shown(name, package.name, size, 0, not_run=missing)
    began = time.monotonic()
    wrong = _wrong(place, release)
    if wrong:
        print(f"{name}: {wrong}", file=sys.stderr)
    return Shown(name, package.name, size, round(time.monotonic() - began, 1), wrong)


def _wrong(place: str, release: Release) -> str:
    """Return what a proof found wrong, empty for nothing."""
    try:
        function_of(place)(release)
    except SystemExit as problem:
        return str(problem.code)
    except (OSError, subprocess.SubprocessError) as problem:
        return str(problem)
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
