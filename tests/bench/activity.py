"""The Activity page of a million entries in the real window: how long anybody waits for a frame."""

import json
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from statistics import median

from tests.bench.ledgers import LARGE, copy_of
from tests.bench.processes import ROOT, environment
from tests.bench.rounds import milliseconds
from tests.bench.row import Measured, Row

_ROUNDS = 5
_FRAME = 0.016
_LIMIT_S = 180
_HOW = (
    "Ours: the real window, off-screen, in a process of its own; the longest time between two "
    "looks of a timer that fires every millisecond on the main thread: for so long would a key or "
    "a frame have waited, whatever it waited for. In brackets: until the lines in sight had come. "
    f"Against: one frame at 60 Hz. The median of {_ROUNDS} runs."
)
Told = dict[str, dict[str, float]]


def opened() -> Measured:
    """Go to the page for the first time."""
    return _step("open")


def jumped() -> Measured:
    """Pull the scroll bar to the middle."""
    return _step("jump")


def searched() -> Measured:
    """Type a name letter by letter."""
    return _step("search")


def filtered() -> Measured:
    """Choose lines of the filters' menus."""
    return _step("filter")


def scrolled() -> Measured:
    """Turn the wheel, then pull the scroll bar through the whole list."""
    frames = max(_median("wheel", "usual"), _median("drag", "usual"))
    longest = max(_median("wheel", "longest"), _median("drag", "longest"))
    ours = f"{milliseconds(frames)} (the longest {milliseconds(longest)})"
    return Measured(ours, milliseconds(_FRAME), frames / _FRAME)


def _step(name: str) -> Measured:
    longest, shown = _median(name, "longest"), _median(name, "shown")
    ours = f"{milliseconds(longest)} (lines after {milliseconds(shown)})"
    return Measured(ours, milliseconds(_FRAME), longest / _FRAME)


def _median(name: str, figure: str) -> float:
    return median(run[name][figure] for run in _runs())


@lru_cache(maxsize=1)
def _runs() -> list[Told]:
    with tempfile.TemporaryDirectory(dir=ROOT / ".cache") as scratch:
        folder = copy_of(LARGE, Path(scratch) / "data")
        _run(folder)  # the first run leaves the page for the next first frame
        return [_run(folder) for _ in range(_ROUNDS)]


def _run(folder: Path) -> Told:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.activity_process", str(folder)], cwd=ROOT,
        env=environment() | {"QT_QPA_PLATFORM": "offscreen"}, check=True, capture_output=True,
        text=True, timeout=_LIMIT_S,
    )  # fmt: skip
    told: Told = json.loads(done.stdout.splitlines()[-1])
    return told


OPEN = Row(
    "activity-open", f"Activity opened, {LARGE:,} entries", "a frame", 3, 1,
    f"{_HOW} A moment after the window answers; includes the receipt beside the list.",
    opened,
)  # fmt: skip
JUMP = Row(
    "activity-jump", "Activity, a jump to the middle", "a frame", 3, 1, _HOW, jumped
)  # fmt: skip
SEARCH = Row(
    "activity-search", "Activity, a name typed letter by letter", "a frame", 3, 1,
    f"{_HOW} Five letters a second, so that the list is searched after each; the lines after the "
    "last one.", searched,
)  # fmt: skip
FILTER = Row(
    "activity-filter", "Activity, a filter changed", "a frame", 3, 1,
    f"{_HOW} Of what counts not at all, of received calls of that, and back; the slowest of them.",
    filtered,
)  # fmt: skip
SCROLL = Row(
    "activity-scroll", "Activity scrolled", "a frame", 3, 1,
    "Ours: of the steps of the wheel, and of the steps in which the scroll bar is pulled from top "
    "to end, 60 a second, the longest wait within each; all but one of a hundred kept below this, "
    f"the worse of the two ways. Against: one frame at 60 Hz. The median of {_ROUNDS} runs.",
    scrolled,
)  # fmt: skip
