"""Whether the program was updated while it runs: its file on the disk is another one by now."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from app.machine.own_program import is_frozen, own_program
from app.machine.paths import data_folder


class Stamp(NamedTuple):
    """What tells two versions of a file apart; ``changed`` in nanoseconds, as the disk has it."""

    size: int
    changed: int


class ProgramFile:
    """The program's file, as it was when this was made; ``None`` where there is none to compare.

    All its code lies in that one file, so that every version has another one. The same version
    installed once more is the same: its files bear the time at which they were made.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._first = self._last = self._stamp()

    def look(self) -> tuple[bool, bool]:
        """Look once; tells whether it is another file, and whether it was so at the last look.

        What has just changed may be half of an installer's work. A file that is gone is no other.
        """
        stamp, last = self._stamp(), self._last
        self._last = stamp
        is_another = None not in (stamp, self._first) and stamp != self._first
        return is_another, is_another and stamp == last

    def _stamp(self) -> Stamp | None:
        if self._file is None:
            return None
        try:
            found = self._file.stat()
        except OSError:
            return None
        return Stamp(found.st_size, found.st_mtime_ns)


def program_file(environ: Mapping[str, str]) -> ProgramFile:
    """Return the file of this program; from source it never is another one."""
    return ProgramFile(Path(own_program(environ)[0]) if is_frozen() else None)


def words_to_start_again(folder: Path, environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words that open the window of a data folder, which is named where it has to be."""
    words = own_program(environ)
    return words if data_folder(None, environ) == folder else (*words, "--data-dir", str(folder))
