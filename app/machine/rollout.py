"""The roll-out file of this computer: found, trusted, and read as a whole or not at all.

The first file that there is holds, whatever is wrong with it; the others are not looked at.
"""

import os
import re
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from app.domain.problem import EnvironmentProblem, Problem, mark
from app.domain.rollout import NOTHING_DECIDED, Rollout

FILE_NAME = "rollout.toml"
#: Larger than any that decides something, in bytes.
_MOST = 16_000
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_CANNOT = mark(
    "The roll-out file {file} cannot be read: {reason}. Nothing of it holds. Let everybody read it."
)
_NO_FILE = mark("The roll-out file {file} is no plain file. Nothing of it holds.")
_SHUT = mark(
    "Whether there is a roll-out file {file} cannot be seen, for its folder is shut to you. If "
    "something is decided there, let everybody look into the folder."
)
_OTHERS = mark(
    "Others than an administrator may write the roll-out file {file}, so nothing of it holds. "
    "Let an administrator own it, and nobody else write it."
)
_FOLDER = mark(
    "Others than an administrator may write in the folder {folder}, so nothing of the roll-out "
    "file there holds. Let an administrator own it, and nobody else write there."
)
_LARGE = mark(
    "The roll-out file {file} is larger than {most} kB, so nothing of it holds. Write only what "
    "is decided."
)
_NO_TOML = mark(
    "Line {line} of the roll-out file {file} is no TOML. Nothing of the file holds. Write lines as "
    "key = value, words in straight quotation marks, true and false without any."
)
_NO_TEXT = mark(
    "The roll-out file {file} is no text in UTF-8. Nothing of it holds. Save it as UTF-8."
)
_UNFIT = mark("Line {line} of the roll-out file {file}: {why} Nothing of the file holds.")
_line_told = re.compile(r"at line (\d+)").search


def rollout_places(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Return where a roll-out file may lie, the first that is there holding."""
    if sys.platform == "win32":
        return (Path(environ.get("PROGRAMDATA") or r"C:\ProgramData", "Talktally", FILE_NAME),)
    if sys.platform == "darwin":
        return (Path("/Library/Application Support/Talktally", FILE_NAME),)
    # Here because only Linux has these.
    from app.machine.desktop_folders import system_config_folders

    folders = (Path("/etc"), *system_config_folders(environ))
    return tuple(folder / "talktally" / FILE_NAME for folder in folders)


def rollout_file(environ: Mapping[str, str]) -> Path | None:
    """Return the file that holds, ``None`` where there is none."""
    return next((path for path in rollout_places(environ) if os.path.lexists(path)), None)


def read_rollout(environ: Mapping[str, str]) -> tuple[Rollout, Problem | None]:
    """Return what is decided here, and why nothing is where there is a file that cannot hold."""
    path = rollout_file(environ)
    if path is None:
        return NOTHING_DECIDED, None
    try:
        return _decided(path, _trusted(path)), None
    except Problem as problem:
        return NOTHING_DECIDED, problem
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        return NOTHING_DECIDED, EnvironmentProblem(_CANNOT, file=path, reason=reason)


def hidden_from_me(environ: Mapping[str, str]) -> Problem | None:
    """Return why a file that decides may be there though none is found, ``None`` where none is.

    The folder of a plan server's settings is shut as well, so no start is troubled by it.
    """
    for path in rollout_places(environ):
        try:
            path.lstat()
        except PermissionError:
            return EnvironmentProblem(_SHUT, file=path)
        except OSError:
            continue
    return None


def _trusted(path: Path) -> bytes:
    """Read a file which nobody but an administrator, or whoever runs this, can have written."""
    # What is read is what was looked at, and a pipe is not waited for.
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    found = os.fstat(opened)
    if not stat.S_ISREG(found.st_mode):
        os.close(opened)
        raise EnvironmentProblem(_NO_FILE, file=path)
    with os.fdopen(opened, "rb") as file:
        if not _is_administrators(found, path):
            raise EnvironmentProblem(_OTHERS, file=path)
        # Else others could lay a link there, to a file that somebody trusted only kept.
        if not _is_administrators(path.parent.stat(), path.parent):
            raise EnvironmentProblem(_FOLDER, folder=path.parent)
        content = file.read(_MOST + 1)
    if len(content) > _MOST:
        raise EnvironmentProblem(_LARGE, file=path, most=_MOST // 1000)
    return content


def _is_administrators(found: os.stat_result, path: Path) -> bool:
    if sys.platform == "win32":
        # Here because only Windows knows owners by such names.
        from app.machine.owner_windows import is_administrators

        return is_administrators(path)
    return found.st_uid in (0, os.getuid()) and not found.st_mode & _OTHERS_MAY_WRITE


def _decided(path: Path, content: bytes) -> Rollout:
    # Here because most computers have no such file.
    import tomllib

    from app.domain.rollout_values import Unfit, rollout_of

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EnvironmentProblem(_NO_TEXT, file=path) from None
    try:
        return rollout_of(tomllib.loads(text))
    except Unfit as unfit:
        line = _line_of(unfit.key, text)
        raise EnvironmentProblem(_UNFIT, line=line, file=path, why=unfit.why) from None
    except (ValueError, RecursionError) as trouble:
        told = _line_told(str(trouble))
        line = int(told[1]) if told else text.rstrip().count("\n") + 1
        raise EnvironmentProblem(_NO_TOML, line=line, file=path) from None


def _line_of(key: str, text: str) -> int:
    """Return the line where a key of the file stands; its first word tells it."""
    begins = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}(?![\w-])")
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if begins.match(line)), 1)
