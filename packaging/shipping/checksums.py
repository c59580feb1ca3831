"""SHA256SUMS: digests of all that is handed out, as ``sha256sum -c`` reads them."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

SUMS = "SHA256SUMS"
#: What a line can hold as it is: sha256sum reads a backslash and the end of a line otherwise.
_is_plain = re.compile(r"[\w.+~-]+", re.ASCII).fullmatch


def write_checksums(folder: Path, version: str) -> list[str]:
    """Write the digests of a folder's files of that version, and return their names in order.

    SystemExit for a name that people would read otherwise than it is.
    """
    named = sorted(_files_of(folder, version))
    if odd := [name for name in named if not _is_plain(name)]:
        raise SystemExit(f"No checksum is written for a file with an odd name: {odd[0]!r}")
    lines = [f"{digest_of(folder / name)}  {name}\n" for name in named]
    (folder / SUMS).write_text("".join(lines), encoding="ascii", newline="\n")
    return named


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _files_of(folder: Path, version: str) -> Iterator[str]:
    of_version = re.compile(rf"[Tt]alktally[-_]{re.escape(version)}(?!\.?\d).*", re.DOTALL)
    for each in folder.iterdir():
        if each.is_file() and of_version.fullmatch(each.name) and "unfinished" not in each.name:
            yield each.name
