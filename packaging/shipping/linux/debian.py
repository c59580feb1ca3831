"""What a Debian package wants in a form of its own: its list of changes, and how it is packed."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from shipping.linux.archive import XZ
from shipping.place import Release

_MAGIC = b"!<arch>\n"
_HEAD = 60
#: Who answers for the package: the same as in packaging/linux/nfpm.yaml.
MAINTAINER = "The Talktally developers <maintainers@users.noreply.r-seed-0015c807.example>"


def changelog(release: Release) -> str:
    """Return the list of changes of the package; those of the program are in CHANGELOG.md."""
    date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(release.epoch))
    return (
        f"talktally ({release.version}) stable; urgency=medium\n\n"
        f"  * What changed in Talktally {release.version} is in its CHANGELOG.md.\n\n"
        f" -- {MAINTAINER}  {date}\n"
    )


def pack_tight(loose: Path, target: Path) -> None:
    """Write a package whose content is not packed again, with it packed by xz.

    nfpm's own xz needs a quarter more room, and would be past the 60 MB that a package may have.
    """
    held = {member.name: member for member in _members(loose.read_bytes())}
    content = held.pop("data.tar").content
    packed = subprocess.run(XZ, input=content, stdout=subprocess.PIPE, check=True).stdout
    last = _Member("data.tar.xz", held["debian-binary"].date, packed)
    target.write_bytes(_MAGIC + b"".join(map(_written, (*held.values(), last))))


class _Member(NamedTuple):
    """A file in the package; ``date``: seconds since 1970, as text."""

    name: str
    date: str
    content: bytes


def _members(held: bytes) -> Iterator[_Member]:
    """Read what an archive of ar holds, as https://manpages.debian.org/deb.5 has it."""
    at = len(_MAGIC)
    while at < len(held):
        head = held[at : at + _HEAD].decode("ascii")
        length = int(head[48:58])
        content = held[at + _HEAD : at + _HEAD + length]
        yield _Member(head[:16].rstrip(" /"), head[16:28].strip(), content)
        at += _HEAD + length + length % 2


def _written(member: _Member) -> bytes:
    length = len(member.content)
    head = f"{member.name:16}{member.date:12}{0:<6}{0:<6}{100644:<8}{length:<10}`\n"
    return head.encode("ascii") + member.content + b"\n" * (length % 2)
