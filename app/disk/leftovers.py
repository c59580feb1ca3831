"""Names of unfinished files, which tell whose they are, so that those of dead runs can go."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_ENDING = ".part"


def unfinished(folder: Path, name: str) -> Path:
    """Name an unfinished file or folder of this process: hidden, with its number at the end."""
    return folder / f".{name}{unfinished_ending()}"


def unfinished_ending() -> str:
    """Return how the name of every unfinished file of this process ends."""
    return f".{os.getpid()}{_ENDING}"


def leftovers(folder: Path) -> Iterator[Path]:
    """Find what runs left unfinished that have ended since."""
    # What SQLite keeps beside an unfinished ledger has an ending of its own behind ours.
    for path in sorted(folder.glob(f".*{_ENDING}*")):
        process = path.name.rpartition(_ENDING)[0].rpartition(".")[2]
        if process.isdecimal() and not runs(int(process)):
            yield path


def sweep(folder: Path) -> None:
    """Remove what dead runs left unfinished; what cannot be removed stays."""
    with suppress(OSError):
        for path in leftovers(folder):
            remove(path)


def remove(path: Path) -> None:
    """Remove a file or a folder, if it is there and the system lets it go."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):  # an open file cannot be removed on Windows
        path.unlink()


def runs(process: int) -> bool:
    """Tell whether a process runs; on Windows only of our own, for asking would end others."""
    if process == os.getpid():
        return True
    if sys.platform == "win32":  # asking would end the process there
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
