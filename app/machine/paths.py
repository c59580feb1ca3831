"""Where the ledger, the settings and the log lie on this computer."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from app.domain.problem import EnvironmentProblem, UsageProblem, mark

_VARIABLE = "TALKTALLY_DATA_DIR"
_NO_HOME = mark("There is no home folder. Name a folder with --data-dir.")
_NO_FOLDER = mark("{folder} is not a folder. Choose another one with --data-dir.")
_REFUSED = mark("The folder {folder} cannot be used: {reason}. Choose another with --data-dir.")


def data_folder(asked: str | None, environ: Mapping[str, str]) -> Path:
    """Return the data folder: as asked, else of the environment, else the system's own place.

    Nothing is made. UsageProblem when an empty name is asked for.
    """
    if asked == "":
        raise UsageProblem(mark("The data folder has no name. Write --data-dir FOLDER."))
    named = asked or environ.get(_VARIABLE)
    return Path(named).absolute() if named else _own_place(environ)


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
