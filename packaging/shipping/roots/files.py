"""What lies in a root, and what came, went and changed between two looks at it."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

#: What programs that install keep for themselves: lists, what was done when, caches.
_OF_PACKAGING = (
    "etc/ld.so.cache",
    "var/cache/apt/",
    "var/cache/debconf/",
    "var/cache/ldconfig/",
    "var/lib/apt/",
    "var/lib/dpkg/available",
    "var/lib/dpkg/lock",
    "var/lib/dpkg/status",
    "var/lib/dpkg/triggers/",
    "var/lib/rpm/",
    "var/log/",
)
#: Mounted while a program runs inside, and the person's own.
_ELSEWHERE = {"dev", "home", "mnt", "proc", "run", "tmp"}


class Entry(NamedTuple):
    """What a look sees of a file, a folder or a link. ``size``: bytes, 0 for a folder."""

    mode: int
    owner: int
    size: int
    target: str


class Change(NamedTuple):
    """Paths below the root, in order."""

    came: tuple[str, ...]
    went: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def told(self) -> str:
        """Return it as words, empty where nothing is different."""
        parts = {"came": self.came, "went": self.went, "changed": self.changed}
        return "; ".join(f"{name}: {_few(paths)}" for name, paths in parts.items() if paths)


def look(folder: Path) -> dict[str, Entry]:
    """List all there is in a root but what is mounted there, homes, and packaging's own lists."""
    return dict(_entries(folder, ""))


def compare(before: Mapping[str, Entry], after: Mapping[str, Entry]) -> Change:
    """Tell two looks apart."""
    both = before.keys() & after.keys()
    return Change(
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(before.keys() - after.keys())),
        tuple(sorted(path for path in both if before[path] != after[path])),
    )


def _entries(folder: Path, below: str) -> Iterator[tuple[str, Entry]]:
    with os.scandir(folder / below) as found:
        for each in found:
            path = f"{below}{each.name}"
            if path in _ELSEWHERE or f"{path}/".startswith(_OF_PACKAGING):
                continue
            status = each.stat(follow_symlinks=False)
            yield path, _entry(folder / path, status)
            if stat.S_ISDIR(status.st_mode):
                yield from _entries(folder, f"{path}/")


def _entry(path: Path, status: os.stat_result) -> Entry:
    link = stat.S_ISLNK(status.st_mode)
    size = 0 if stat.S_ISDIR(status.st_mode) else status.st_size
    return Entry(status.st_mode, status.st_uid, size, str(path.readlink()) if link else "")


def _few(paths: tuple[str, ...]) -> str:
    more = f" and {len(paths) - 5} more" if len(paths) > 5 else ""
    return ", ".join(paths[:5]) + more
