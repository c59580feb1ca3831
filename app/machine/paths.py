"""Where the ledger, the settings and the log lie on this computer."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from app.domain.problem import EnvironmentProblem, UsageProblem, mark

#: In a data folder that was moved: a file that names the new one.
POINTER = "moved-to"
_VARIABLE = "TALKTALLY_DATA_DIR"
#: A folder that was moved there and back may point at itself; nobody moves more often than this.
_MOST_MOVES = 16
_GONE = mark(
    "The data folder was moved to {folder}, which is not there now. Connect its disk and try "
    "again, or name another folder with --data-dir."
)
_NO_HOME = mark("There is no home folder. Name a folder with --data-dir.")
_NO_FOLDER = mark("{folder} is not a folder. Choose another one with --data-dir.")
_REFUSED = mark("The folder {folder} cannot be used: {reason}. Choose another with --data-dir.")


def data_folder(asked: str | None, environ: Mapping[str, str]) -> Path:
    """Return the data folder: as asked, else of the environment, else the system's own place.

    Where that one was moved, it is the folder it was moved to; EnvironmentProblem when that is not
    there. Nothing is made. UsageProblem when an empty name is asked for.
    """
    if asked == "":
        raise UsageProblem(mark("The data folder has no name. Write --data-dir FOLDER."))
    return _followed(Path(asked).absolute() if asked else usual_folder(environ))


def usual_folder(environ: Mapping[str, str]) -> Path:
    """Return the data folder where none is asked for, wherever it was moved."""
    named = environ.get(_VARIABLE)
    return Path(named).absolute() if named else _own_place(environ)


def home_folder(environ: Mapping[str, str], variable: str = "HOME") -> Path:
    """Return the person's home; "/" for who has none, as when such a person logs in."""
    told = environ.get(variable) or os.path.expanduser("~")  # noqa: PTH111 - Path.home() would raise
    return Path(told) if Path(told).is_absolute() else Path("/")


def moved_to(folder: Path) -> Path | None:
    """Return where a data folder was moved, ``None`` if it was not."""
    try:
        told = Path((folder / POINTER).read_text(encoding="utf-8").rstrip("\n"))
    except (OSError, ValueError):
        return None
    return told if told.is_absolute() else None


def is_named(asked: str | None, environ: Mapping[str, str]) -> bool:
    """Tell whether a person named the data folder, rather than leaving it to the system."""
    return bool(asked or environ.get(_VARIABLE))


def make_folder(folder: Path) -> None:
    """Make the folder, readable by its owner alone; one that exists stays as it is.

    Raises EnvironmentProblem when it cannot be a folder.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise EnvironmentProblem(_NO_FOLDER, folder=folder) from None
    except OSError as trouble:
        raise _refused(folder, trouble) from trouble


def has_file(folder: Path, name: str) -> bool:
    """Tell whether a data folder holds a file; EnvironmentProblem when it is no folder."""
    try:
        if folder.exists() and not folder.is_dir():
            raise EnvironmentProblem(_NO_FOLDER, folder=folder)
        return (folder / name).exists()
    except OSError as trouble:
        raise _refused(folder, trouble) from trouble


def _followed(folder: Path) -> Path:
    for _ in range(_MOST_MOVES):
        target = moved_to(folder)
        if target is None:
            break
        if not target.is_dir():
            raise EnvironmentProblem(_GONE, folder=target)
        folder = target
    return folder


def _refused(folder: Path, trouble: OSError) -> EnvironmentProblem:
    reason = trouble.strerror or str(trouble)
    return EnvironmentProblem(_REFUSED, folder=folder, reason=reason)


def _own_place(environ: Mapping[str, str]) -> Path:
    if sys.platform == "win32":
        return _under(environ.get("LOCALAPPDATA"), "AppData", "Local") / "Talktally"
    if sys.platform == "darwin":
        return _under(None, "Library", "Application Support") / "Talktally"
    return _under(environ.get("XDG_DATA_HOME"), ".local", "share") / "talktally"


def _under(named: str | None, *fallback: str) -> Path:
    # A relative path in these variables is to be passed over (XDG base directories).
    if named and Path(named).is_absolute():
        return Path(named)
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home() raises where this stays "~"
    if not Path(home).is_absolute():
        raise EnvironmentProblem(_NO_HOME)
    return Path(home, *fallback)
