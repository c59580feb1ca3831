"""Whether the same source gives the same bytes: ``python -m shipping.twice [freeze|deb|…]``.

Makes each named package twice and compares; without words, those of Linux.
"""

import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from shipping.checksums import digest_of
from shipping.make import STEPS
from shipping.place import DIST, Release, this_release
from shipping.steps import function_of, refuse_unknown

_USUAL = ("freeze", "deb", "rpm", "archive")


def main(words: Sequence[str]) -> None:
    """Print a line for each package; SystemExit where one came out otherwise the second time."""
    refuse_unknown(words, STEPS, "make")
    release = this_release()
    DIST.mkdir(exist_ok=True)
    wrong = [each for each in words or _USUAL if not _is_same(each, release)]
    if wrong:
        raise SystemExit(f"Not the same bytes again: {', '.join(wrong)}.")


def made_by(step: str, release: Release) -> list[Path]:
    """Return what a step makes: files, or a folder as a whole."""
    made = {
        "freeze": [release.tree("linux")],
        "deb": [release.deb],
        "rpm": [release.rpm],
        "archive": [release.archive],
        "windows": [release.tree("windows"), release.zip, release.setup],
    }
    lists = [release.parts_list(each) for each in ("linux", "windows")]
    return made.get(step, [each for each in lists if each.is_file()])


def digests(made: Sequence[Path]) -> dict[str, str]:
    """Return the digest of each file, and what each link names."""
    found = {}
    for one in made:
        for path in [one] if one.is_file() else sorted(one.rglob("*")):
            name = path.relative_to(one.parent).as_posix()
            if path.is_symlink():
                found[name] = path.readlink().as_posix()
            elif path.is_file():
                found[name] = f"{path.stat().st_mode & 0o777:o} {digest_of(path)}"
    return found


def differing(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    """Return the names of what is not the same in both."""
    return sorted(name for name in {*first, *second} if first.get(name) != second.get(name))


def _is_same(step: str, release: Release) -> bool:
    began = time.monotonic()
    first = _made(step, release)
    second = _made(step, release)
    wrong = differing(first, second)
    seconds = time.monotonic() - began
    told = f"differs in {', '.join(wrong[:5])}" if wrong else "the same bytes"
    print(f"{step} twice: {len(first)} files, {told}, {seconds:.0f} s")
    return not wrong


def _made(step: str, release: Release) -> dict[str, str]:
    """Make a step and return the digests of what it made."""
    function_of(STEPS[step])(release)
    return digests(made_by(step, release))


if __name__ == "__main__":
    main(sys.argv[1:])
