"""The window beside a bare one: first frame, live figures, memory; process against process."""

import json
import subprocess
import sys
import tempfile
import time
from functools import lru_cache
from pathlib import Path
from statistics import median

from tests.bench.ledgers import LARGE, copy_of
from tests.bench.processes import ROOT, environment
from tests.bench.rounds import milliseconds
from tests.bench.row import Measured, Row

_ROUNDS = 9
_BOTH = (
    "Both sides: a process of the same Python with an off-screen window of the same size, modules "
    f"compiled before, the median of {_ROUNDS} runs each, in turn."
)
Told = dict[str, float]


def first_frame() -> Measured:
    """From the start of the process to the first frame, ours with the last known figures."""
    return _seconds("first", "first")


def live_figures() -> Measured:
    """From the start of the process to live figures, beside the bare window's first frame."""
    return _seconds("live", "first")


def memory() -> Measured:
    """Resident memory while the window rests."""
    ours, bare = _medians()
    found, beside = ours["memory"], bare["memory"]
    return Measured(f"{found / 1024:.0f} MB", f"{beside / 1024:.0f} MB", found / beside)


def _seconds(ours_key: str, bare_key: str) -> Measured:
    ours, bare = _medians()
    found, beside = ours[ours_key], bare[bare_key]
    return Measured(milliseconds(found), milliseconds(beside), found / beside)


@lru_cache(maxsize=1)
def _medians() -> tuple[Told, Told]:
    with tempfile.TemporaryDirectory(dir=ROOT / ".cache") as scratch:
        folder = copy_of(LARGE, Path(scratch) / "data")
        _run("ours", folder), _run("bare")  # the first run leaves the page for the next first frame
        pairs = [(_run("ours", folder), _run("bare")) for _ in range(_ROUNDS)]
    return _median([ours for ours, _ in pairs]), _median([bare for _, bare in pairs])


def _run(side: str, folder: Path | None = None) -> Told:
    command = [sys.executable, "-m", "tests.bench.window_process", side, str(time.monotonic_ns())]
    surroundings = environment() | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [*command, *([str(folder)] if folder else [])],
        cwd=ROOT, env=surroundings, check=True, capture_output=True, text=True,
    )  # fmt: skip
    told: Told = json.loads(done.stdout.splitlines()[-1])
    return told


def _median(runs: list[Told]) -> Told:
    return {key: median(run[key] for run in runs) for key in runs[0]}


FIRST = Row(
    "first-frame", "first frame with the last known figures", "a bare PySide6 window", 1.6, 1.2,
    f"{_BOTH} Up to the first frame painted.", first_frame,
)  # fmt: skip
LIVE = Row(
    "live-figures", f"live figures on the screen, {LARGE:,} entries", "a bare PySide6 window's "
    "first frame", 3.2, 2.6, f"{_BOTH} Ours up to the figures read from the ledger.", live_figures,
)  # fmt: skip
MEMORY = Row(
    "memory", f"memory with the window open, {LARGE:,} entries", "a bare PySide6 window", 2.2, 1.7,
    f"{_BOTH} Resident memory, 1.5 s after the last figures.", memory,
)  # fmt: skip
