"""Zip archives of unknown origin: opened within limits, and never unpacked to the disk."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from app.domain.problem import Problem, mark
from app.exchange.text_file import reading

ZIP = b"PK\x03\x04"
#: What a member that is damaged, encrypted or packed in an unknown way raises when it is read.
DAMAGE = (BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error, struct.error)

# The directory of an archive is held whole; each byte of it costs ten in memory.
_LARGEST_DIRECTORY = 12 << 20
_END, _END_SIZE = b"PK\x05\x06", 22
_WIDE_LOCATOR, _WIDE_END = b"PK\x06\x07", b"PK\x06\x06"
_LOCATOR_SIZE, _WIDE_SIZE = 20, 56
_LONGEST_COMMENT = 1 << 16
_IN_WIDE_END = 0xFFFFFFFF
_ENCRYPTED = 1
_DAMAGED = mark("{file} is a damaged archive. Download or export it again.")
_TOO_LARGE = mark("{file} holds more than can be read at once. Import its files one by one.")


@contextmanager
def opened(path: Path) -> Iterator[tuple[ZipFile, IO[bytes]]]:
    """Open an archive, together with the stream below it; Problem when it is none or too large."""
    with reading(path), path.open("rb") as stream:
        if _directory_size(stream) > _LARGEST_DIRECTORY:
            raise Problem(_TOO_LARGE, file=path.name)
        try:
            archive = ZipFile(stream)
        except (*DAMAGE, ValueError) as trouble:
            raise Problem(_DAMAGED, file=path.name) from trouble
        with archive:
            yield archive, stream


def members(path: Path) -> tuple[ZipInfo, ...]:
    """List what an archive holds."""
    with opened(path) as (archive, _):
        return tuple(archive.infolist())


def is_encrypted(member: ZipInfo) -> bool:
    """Whether a password is needed to read it."""
    return bool(member.flag_bits & _ENCRYPTED)


def _directory_size(stream: IO[bytes]) -> int:
    """Tell how many bytes the archive's directory says it has, 0 where there is none."""
    size = stream.seek(0, 2)
    start = stream.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT - _LOCATOR_SIZE))
    tail = stream.read()
    bare = tail[-_END_SIZE:].startswith(_END) and tail.endswith(b"\0\0")
    at = len(tail) - _END_SIZE if bare else tail.rfind(_END, 0, 4 - _END_SIZE)
    if at < 0:
        return 0
    (directory,) = struct.unpack_from("<L", tail, at + 12)
    locator = tail[max(0, at - _LOCATOR_SIZE) : at]
    if not locator.startswith(_WIDE_LOCATOR):
        return int(directory)
    # A wide end stands right before its locator, where the library too looks for it.
    return max(_wide_size(stream, start + at - _LOCATOR_SIZE - _WIDE_SIZE), _narrow(directory))


def _narrow(directory: int) -> int:
    return 0 if directory == _IN_WIDE_END else directory


def _wide_size(stream: IO[bytes], at: int) -> int:
    stream.seek(max(0, at))
    found = stream.read(_WIDE_SIZE)
    if len(found) < _WIDE_SIZE or not found.startswith(_WIDE_END):
        return 0
    return int(struct.unpack_from("<Q", found, 40)[0])
