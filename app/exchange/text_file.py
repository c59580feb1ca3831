"""Opening a text file of unknown origin: is it text, in which encoding, and how large."""

import codecs
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TextIO

from app.domain.problem import EnvironmentProblem, Problem, UsageProblem, mark

_CHUNK = 1 << 20
_FIRST = 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = mark("{file} is not a text file. Save the export as CSV or JSON first.")
_OLD_WORKBOOK = mark(
    "{file} is an old Excel workbook, or one with a password. Save it as XLSX without a password, "
    "or as CSV."
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_OLD_WORKBOOKS = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that proved to be text; ``size`` in bytes.

    ``long_lines``: some line may be longer than is safe to hold.
    """

    path: Path
    encoding: str
    size: int
    long_lines: bool

    @contextmanager
    def opened(self) -> Iterator[TextIO]:
        """Open it from the start; line ends stay as they are written."""
        with (
            reading(self.path),
            self.path.open(encoding=self.encoding, errors="replace", newline="") as stream,
        ):
            yield stream


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Tell in one sentence what the machine has against reading a file."""
    try:
        yield
    except FileNotFoundError:
        message = mark("There is no file {file}. Check its name and folder.")
        raise UsageProblem(message, file=str(path)) from None
    except IsADirectoryError:
        message = mark("{file} is a folder. Name the file inside it.")
        raise UsageProblem(message, file=str(path)) from None
    except OSError as trouble:
        message = mark("{file} cannot be read: {reason}. Check the disk and your permissions.")
        raise EnvironmentProblem(
            message, file=str(path), reason=trouble.strerror or str(trouble)
        ) from trouble


def first_bytes(path: Path) -> bytes:
    """Read the first bytes of a file, which tell what kind of file it is; errors as examining."""
    _refuse_pipe(path)
    with reading(path), path.open("rb") as stream:
        return stream.read(_FIRST)


def examine(path: Path) -> TextFile:
    """Read a file once, in pieces, to learn its encoding: UTF-8, UTF-16 with a mark, or cp1252.

    Raises Problem when it is empty or not text, UsageProblem when it is not there, and
    EnvironmentProblem when it cannot be read.
    """
    _refuse_pipe(path)
    with reading(path), path.open("rb") as stream:
        head = stream.read(_CHUNK)
        _refuse_empty_or_workbook(path, head)
        marked = next((name for start, name in _MARKS if head.startswith(start)), "")
        encoding, long_lines = _scanned(path, head, stream)
        size = stream.seek(0, 2)
    return TextFile(path, marked or encoding, size, long_lines)


def _refuse_pipe(path: Path) -> None:
    """A pipe can be read only once, and one without a writer would be waited for without end."""
    with reading(path):
        mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISBLK(mode)):
        message = mark("{file} is not a file that can be read twice. Save it as a file first.")
        raise Problem(message, file=str(path))


def _refuse_empty_or_workbook(path: Path, head: bytes) -> None:
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        message = mark("{file} is empty. Export it again, with at least one line.")
        raise Problem(message, file=path.name)
    if head.startswith(_UTF_32):
        raise Problem(_NOT_TEXT, file=path.name)
    if head.startswith(_OLD_WORKBOOKS):
        raise Problem(_OLD_WORKBOOK, file=path.name)


def _scanned(path: Path, head: bytes, stream: IO[bytes]) -> tuple[str, bool]:
    """Tell the encoding of a file without a mark, and whether it has very long lines."""
    wide = head.startswith(_WIDE)
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding, long_lines, chunk = "utf-8", False, head
    while chunk:
        if b"\0" in chunk and not wide:
            raise Problem(_NOT_TEXT, file=path.name)
        # A piece without any line end belongs to a line of its size at least.
        long_lines = long_lines or (len(chunk) == _CHUNK and b"\n" not in chunk)
        following = stream.read(_CHUNK)
        if encoding == "utf-8" and not _decodes(decoder, chunk, last=not following):
            encoding = "cp1252"
        chunk = following
    return encoding, long_lines


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, last: bool) -> bool:
    try:
        decoder.decode(chunk, last)
    except UnicodeDecodeError:
        return False
    return True
