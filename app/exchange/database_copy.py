"""A private copy of somebody's database, so that the file itself is never opened for writing.

SQLite writes beside a file even to read it, and a lock held for the length of an import could keep
a softphone from noting its calls. The copy is thrown away after use.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from app.domain.problem import EnvironmentProblem, mark
from app.exchange.text_file import reading

#: What SQLite keeps beside a file: changes not yet in it, or how to take unfinished ones back.
_BESIDE = ("", "-wal", "-journal")
_TRIES = 5
_BUSY = mark("{file} is being written at the moment. Close its program and import it again.")


@contextmanager
def private_copy(path: Path) -> Iterator[Path]:
    """Copy a database with what stands beside it, readable by this person alone.

    Raises EnvironmentProblem when it changes each time it is copied, or cannot be copied.
    """
    with TemporaryDirectory(prefix="talktally-") as folder:
        copy = Path(folder) / "copy.db"
        with reading(path):
            _copy_at_rest(path, copy)
        yield copy


def _copy_at_rest(path: Path, copy: Path) -> None:
    for _ in range(_TRIES):
        before = _states(path)
        for ending in _BESIDE:
            _copy_one(path, copy, ending)
        if _states(path) == before:
            return
    raise EnvironmentProblem(_BUSY, file=path.name)


def _copy_one(path: Path, copy: Path, ending: str) -> None:
    target = copy.with_name(copy.name + ending)
    target.unlink(missing_ok=True)
    source = path.with_name(path.name + ending)
    if ending and not source.is_file():
        return
    target.touch(mode=0o600)
    copyfile(source, target)


def _states(path: Path) -> list[tuple[int, int] | None]:
    found: list[tuple[int, int] | None] = []
    for ending in _BESIDE:
        try:
            state = path.with_name(path.name + ending).stat()
        except FileNotFoundError:
            found.append(None)
        else:
            found.append((state.st_mtime_ns, state.st_size))
    return found
