"""The program as it is installed beside the one from source: how long a start takes."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.ledgers import LARGE, copy_of
from tests.bench.processes import ROOT, environment, process, scratch
from tests.bench.rounds import Side, clocked, in_turn, milliseconds
from tests.bench.row import Measured, Row
from ui.instance.claim import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROGRAM = ROOT / ".cache" / "packaging" / "linux" / "talktally" / "talktally"
_ROUNDS = 9
_PAUSE = 0.002
_LONGEST = 60.0
_BOTH = (
    "Both sides: a whole process, off-screen, modules compiled before, files read from the disk "
    f"once; the median of {_ROUNDS} runs each, in turn."
)
Place = Callable[[Path], Path]


def first_start() -> Measured:
    """Up to a window that answers, where there is nothing yet."""
    return _starts(lambda folder: folder)


def start() -> Measured:
    """Up to a window that answers, with a ledger."""
    return _starts(partial(copy_of, LARGE))


def version() -> Measured:
    """A program that only says its version."""
    frozen = clocked(partial(_run, (*_frozen(), "--version")))
    return _beside(frozen, process("-m", "ui", "--version"))


def _starts(place: Place) -> Measured:
    source = (sys.executable, "-m", "ui")
    return _beside(partial(_until_open, _frozen(), place), partial(_until_open, source, place))


def _beside(frozen: Side, source: Side) -> Measured:
    frozen(), source()  # the files are read from the disk once
    found, beside = map(median, in_turn(frozen, source, _ROUNDS))
    return Measured(milliseconds(found), milliseconds(beside), found / beside)


def _until_open(words: Sequence[str], place: Place) -> float:
    """Start a window and return the seconds until its main thread answers a second start."""
    with scratch() as outer:
        folder, surroundings = place(outer / "data"), _surroundings()
        begun = time.perf_counter()
        with _running((*words, "--data-dir", str(folder)), surroundings):
            while not is_open(folder, surroundings):
                if time.perf_counter() - begun > _LONGEST:
                    raise SystemExit(f"{words[0]} opened no window")
                time.sleep(_PAUSE)
            return time.perf_counter() - begun


@contextmanager
def _running(command: Sequence[str], surroundings: dict[str, str]) -> "Iterator[None]":
    with subprocess.Popen(command, cwd=ROOT, env=surroundings, stderr=subprocess.DEVNULL) as begun:
        try:
            yield
        finally:
            begun.terminate()


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True)


def _frozen() -> tuple[str, ...]:
    if not _PROGRAM.exists():
        subprocess.run(("make", "--silent", "packages", "ARGS=freeze"), cwd=ROOT, check=True)
    return (str(_PROGRAM),)


def _surroundings() -> dict[str, str]:
    kept = environment() | {"QT_QPA_PLATFORM": "offscreen"}
    # Nothing of the desktop of who measures: no panel, no keyring.
    return kept | {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={os.devnull}"}


FIRST = Row(
    "frozen-first-start", "first start of the installed program, no data yet", "from source",
    1.2, 1.0, f"{_BOTH} Up to a window that answers a second start.", first_start,
)  # fmt: skip
START = Row(
    "frozen-start", f"start of the installed program, {LARGE:,} entries", "from source",
    1.2, 1.0, f"{_BOTH} Up to a window that answers a second start.", start,
)  # fmt: skip
VERSION = Row(
    "frozen-version", "`talktally --version`, installed", "from source",
    1.5, 1.2, f"{_BOTH} Up to the end of the process.", version,
)  # fmt: skip
