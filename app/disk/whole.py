"""Files written so that they are wholly new or untouched, and readable by their owner alone."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TextIO

from app.disk.leftovers import unfinished_ending
from app.domain.problem import EnvironmentProblem, mark

_REFUSED = mark("{file} cannot be written: {reason}. Check the folder and the free space.")
_NO_FILE = mark("{file} is no plain file, so nothing was written. Name another file.")
_DEVICES = Path("/dev")
#: Bytes of a name that the name of its unfinished file repeats.
_LONGEST = 80


def write_private(path: Path, text: str) -> None:
    """Write a text in place of the old file; EnvironmentProblem when the machine refuses."""
    write_private_bytes(path, text.encode())


def write_private_bytes(path: Path, content: bytes) -> None:
    """Write a file in place of the old one; EnvironmentProblem when the machine refuses."""
    with _beside(path) as (descriptor, name), os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        _settle(stream, name, path)


@contextmanager
def replacing(path: Path, *, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Open a new file beside ``path`` that takes its place once all is written.

    EnvironmentProblem when the machine refuses; whatever goes wrong, the old file stays.
    """
    with (
        _beside(path) as (descriptor, name),
        os.fdopen(descriptor, "w", encoding=encoding, errors="replace", newline="") as stream,
    ):
        yield stream
        _settle(stream, name, path)


def put_in_place(unfinished: Path, path: Path) -> None:
    """Give a file its final name once its content is on the disk; OSError when that is refused."""
    keep_content(unfinished)
    unfinished.replace(path)
    keep_names(path.parent)


def keep_content(path: Path) -> None:
    """Let what a file holds reach the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def keep_names(folder: Path) -> None:
    """Let the names of a folder reach the disk, where the system can be asked for that."""
    with suppress(OSError):  # Windows opens no folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def told_as_problem(path: Path) -> Iterator[None]:
    """Tell the machine's refusals as EnvironmentProblem about a file that was to be written."""
    try:
        yield
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise EnvironmentProblem(_REFUSED, file=str(path), reason=reason) from trouble


@contextmanager
def _beside(path: Path) -> Iterator[tuple[int, Path]]:
    with told_as_problem(path):
        _check_place(path)
        prefix = path.name.encode("utf-8", "surrogateescape")[:_LONGEST].decode(errors="ignore")
        # mkstemp gives the file to its owner alone.
        descriptor, name = tempfile.mkstemp(
            dir=path.parent, prefix=f".{prefix}.", suffix=unfinished_ending()
        )
        try:
            yield descriptor, Path(name)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise


def _check_place(path: Path) -> None:
    """Refuse a device or a pipe: an administrator's /dev/null would be a file from then on."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if path.absolute().parent == _DEVICES or not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise EnvironmentProblem(_NO_FILE, file=str(path))


def _settle(stream: IO[str] | IO[bytes], name: Path, path: Path) -> None:
    stream.flush()
    os.fsync(stream.fileno())
    stream.close()
    name.replace(path)
