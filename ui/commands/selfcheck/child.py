"""The process that looks at what needs Qt, seen from outside: started, awaited, given up."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from app.domain.problem import EnvironmentProblem, Problem, mark
from app.machine.own_program import is_frozen, own_child, own_program
from app.wording.words import Words
from ui.commands.selfcheck.parts import Part, problem_of
from ui.display import draw_off_screen

#: Tells the process inside which folder it looks; nobody types it.
INSIDE = "--selfcheck-inside"
#: In that folder: the ledger's folder, what was seen, and the window as it was painted.
DATA, SEEN, PICTURE = "data", "seen.json", "window.png"
_SAID = "said.txt"
_UNSEEN = frozenset({"offscreen", "minimal"})
_LONGEST = 400
_PATIENCE = 90
_ENDED = mark(
    "The window could not be opened ({reason}). Install what is named there; if nothing is, "
    "install Talktally again."
)
_BROKE = mark("The program broke down as its window closed ({reason}). Install Talktally again.")
_SLOW = mark(
    "The window was not there within {seconds} seconds. Try again while the computer is less busy."
)


class Inside(NamedTuple):
    """What was seen: the version of Qt, the platform it ran on, and the parts."""

    qt: str = ""
    platform: str = ""
    parts: tuple[Part, ...] = ()


def seen_inside(folder: Path, environ: Mapping[str, str], words: Words, *, screen: bool) -> Inside:
    """Let a process look, off-screen unless ``screen``; it is gone afterwards, whatever happens."""
    try:
        return _answer(folder, environ, screen=screen)
    except (Problem, OSError) as error:
        return Inside(parts=(Part("window", ok=False, seen=words.problem(problem_of(error))),))


def _answer(folder: Path, environ: Mapping[str, str], *, screen: bool) -> Inside:
    said, code = _run(
        [*_program(environ), "--selfcheck", INSIDE, str(folder)],
        _environ(folder, environ, screen=screen),
        folder / _SAID,
    )
    try:
        found = json.loads((folder / SEEN).read_text(encoding="utf-8"))
        parts = tuple(Part(**each) for each in found["parts"])
    except (OSError, ValueError):
        raise EnvironmentProblem(_ENDED, reason=said or code) from None
    if code:
        raise EnvironmentProblem(_BROKE, reason=said or code)
    return Inside(found["qt"], found["platform"], parts)


def _program(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the program whose last words can be read; from source by its script, in any folder."""
    return own_child() if is_frozen() else own_program(environ)


def _run(command: list[str], environ: dict[str, str], said: Path) -> tuple[str, int]:
    """Run it to its end; return the last it said, and its exit code.

    What it says goes into a file: a pipe ends only with the last of those whom it started, such as
    the desktop that a first window brings along.
    """
    try:
        with said.open("wb") as errors:
            done = subprocess.run(  # noqa: S603 - this program itself
                command,
                env=environ,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                timeout=_PATIENCE,
                check=False,
                # Or a window of text would flash up on Windows.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
    except subprocess.TimeoutExpired:
        raise EnvironmentProblem(_SLOW, seconds=_PATIENCE) from None
    last = said.read_bytes()[-4 * _LONGEST :].decode("utf-8", "replace")
    return " ".join(last.split())[-_LONGEST:], done.returncode


def _environ(folder: Path, environ: Mapping[str, str], *, screen: bool) -> dict[str, str]:
    """Return surroundings in which nothing of the person's is read or left."""
    made = {**environ, **{name: str(folder / "home") for name in _places(screen=screen)}}
    if not screen:
        draw_off_screen(made)
    elif made.get("QT_QPA_PLATFORM") in _UNSEEN:
        del made["QT_QPA_PLATFORM"]
    if sys.platform == "linux":
        # Or an icon in the tray would be a name on the bus of the person's session.
        made["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
    return made


def _places(*, screen: bool) -> tuple[str, ...]:
    usual = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    # A display may be found by its name in there.
    return usual if screen else (*usual, "XDG_RUNTIME_DIR")
