"""Take out of libraries for Linux where the computer that made them looks for others.

A library may name folders to search for those it needs. Such a folder of the computer that froze
the program is not there on any other one, or holds what anybody may put there.
"""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

_MAGIC = b"\x7fELF"
#: A folder relative to the library itself is one of ours.
_OWN = "$ORIGIN"


def forget_foreign_paths(tree: Path) -> int:
    """Leave in each library below ``tree`` only folders of the tree; returns how many changed."""
    changed = 0
    for library in libraries_below(tree):
        paths = searched(library)
        kept = [path for path in paths if path.startswith(_OWN)]
        if kept != paths:
            # Set first: what is only removed can still be read, the name of a person in it.
            _patchelf(["--set-rpath", ":".join(kept) or _OWN], library)
            if not kept:
                _patchelf(["--remove-rpath"], library)
            changed += 1
    return changed


def libraries_below(tree: Path) -> Iterator[Path]:
    """Find every library, and every program, that lies there itself rather than by a link."""
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink() and _is_elf(path):
            yield path


def searched(library: Path) -> list[str]:
    """Return the folders in which a library looks for others."""
    return [path for path in _patchelf(["--print-rpath"], library).strip().split(":") if path]


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _patchelf(words: Sequence[str], library: Path) -> str:
    command = ["patchelf", *words, str(library)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and "cannot find section '.dynamic'" not in done.stderr:
        raise SystemExit(f"patchelf refused {library.name}: {done.stderr.strip()}")
    return done.stdout
