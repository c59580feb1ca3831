"""What the frozen program asks the system for, held against what a package declares."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

#: Each library that no tree can bring along, with the package of Debian that has it: they belong to
#: the graphics driver, the display server or the C library of the very computer.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
}
_OF_C = ("ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0",
         "libresolv.so.2", "librt.so.1", "libutil.so.1")  # fmt: skip
_needed = re.compile(r"\(NEEDED\)\s+Shared library: \[(.+)\]")
_version = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
_declared_c = re.compile(r"\blibc6 \(>= (\d+)\.(\d+)\)|\blibc\.so\.6\(GLIBC_(\d+)\.(\d+)\)")


class Needed(NamedTuple):
    """``libraries``: by file name, without those of C; ``c``: the least version of that library."""

    libraries: tuple[str, ...]
    c: tuple[int, int]


def needed_by(tree: Path) -> Needed:
    """Look at every library and program of a tree."""
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    binaries = [str(path) for path in files if _is_binary(path)]
    words = ["readelf", "-dVW", *binaries]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    inside = {path.name for path in tree.rglob("*.so*")}
    asked = set(_needed.findall(told)) - inside - set(_OF_C)
    versions = {(int(major), int(minor)) for major, minor in _version.findall(told)}
    return Needed(tuple(sorted(asked)), max(versions))


def _is_binary(path: Path) -> bool:
    with path.open("rb") as held:
        return held.read(4) == b"\x7fELF"


def check_deb(needed: Needed, depends: str) -> None:
    """SystemExit where a package's Depends lack a library, or promise an older C library."""
    named = {each.split()[0] for each in re.split(r"[,|]\s*", depends) if each.strip()}
    missing = [each for each in needed.libraries if PACKAGES.get(each) not in named]
    _refuse(missing, needed, depends)


def check_rpm(needed: Needed, requires: Iterable[str]) -> None:
    """SystemExit where a package's requirements lack a library, or promise an older C library."""
    named = set(requires)
    missing = [each for each in needed.libraries if f"{each}()(64bit)" not in named]
    _refuse(missing, needed, "\n".join(named))


def _refuse(missing: list[str], needed: Needed, declared: str) -> None:
    if missing:
        raise SystemExit(f"packaging/linux/nfpm.yaml does not declare {', '.join(missing)}.")
    found = _declared_c.search(declared)
    numbers = [int(each) for each in found.groups() if each] if found else []
    if tuple(numbers) < needed.c:
        least = ".".join(map(str, needed.c))
        raise SystemExit(f"packaging/linux/nfpm.yaml must ask for the C library {least}.")
