"""The window left alone beside bare ones: processor time and wake-ups of an idle minute."""

import json
import subprocess
import sys
import time
from functools import lru_cache
from pathlib import Path

from app.domain.instant import SECOND, Instant
from app.ledger.connections.health import note_round
from app.ledger.ledger import Ledger, ledger_path
from app.machine.settings import FILE_NAME
from tests.bench.ledgers import SMALL, copy_of
from tests.bench.processes import ROOT, environment, scratch
from tests.bench.row import Measured, Row
from tests.support.connections import connect

_REST_MS, _IDLE_MS = 12_000, 60_000
_SIDES = ("ours", "clock", "bare")
_PATIENCE_SECONDS = 240
_PRINT = (
    "All sides at once: off-screen windows of the same size left alone for a minute, twelve "
    "seconds after they stood. Ours on such a ledger with an account connected whose round is an "
    "hour away; it reads and paints all figures as the minute begins. The other side writes and "
    "paints one label each second; what a bare window without any clock costs is told beside it."
)
Told = dict[str, dict[str, float]]


def seconds() -> Measured:
    """Processor time of all threads."""
    told = {side: found["seconds"] for side, found in _minute().items()}
    beside = f"{_milliseconds(told['clock'])}, with none {_milliseconds(told['bare'])}"
    return Measured(_milliseconds(told["ours"]), beside, told["ours"] / told["clock"])


def wakes() -> Measured:
    """How often any thread gave the processor up, to be woken again."""
    told = {side: found["wakes"] for side, found in _minute().items()}
    beside = f"{told['clock']:.0f}, with none {told['bare']:.0f}"
    return Measured(f"{told['ours']:.0f}", beside, told["ours"] / told["clock"])


@lru_cache(maxsize=1)
def _minute() -> Told:
    with scratch() as folder:
        data = _folder(folder / "data")
        running = {side: window_left_alone(side, data, _REST_MS, _IDLE_MS) for side in _SIDES}
        return {side: told_by(process) for side, process in running.items()}


def _folder(folder: Path) -> Path:
    """Make a data folder where nothing is due soon, by the real clock."""
    copy_of(SMALL, folder)
    now = Instant(time.time_ns() // 1_000)
    with Ledger(ledger_path(folder)) as ledger:
        connected = connect(ledger)
        with ledger.writing() as writing:
            due = Instant(now + 3_600 * SECOND)
            note_round(writing, connected.id, now, trouble=None, due=due)
    settings = {"backup_every_days": 0, "welcomed": True}
    (folder / FILE_NAME).write_text(json.dumps(settings), encoding="utf-8")
    return folder


def window_left_alone(
    side: str, folder: Path, rest_ms: int, idle_ms: int
) -> "subprocess.Popen[str]":
    """Start a window of a side that is measured for a while after a rest."""
    kept = {key: value for key, value in environment().items() if key != "TALKTALLY_NOW"}
    words = ("-m", "tests.bench.idle_process", side, str(rest_ms), str(idle_ms), str(folder))
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env=kept | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def told_by(process: "subprocess.Popen[str]") -> dict[str, float]:
    """Wait for a window to end and return what it measured."""
    with process:
        try:
            out, _ = process.communicate(timeout=_PATIENCE_SECONDS)
        finally:
            process.kill()
    told: dict[str, float] = json.loads(out.splitlines()[-1])
    return told


def _milliseconds(found: float) -> str:
    return f"{found * 1_000:.1f} ms"


_WINDOW = f"an idle minute of the window, {SMALL:,} entries"
_CLOCK = "a bare PySide6 window with a clock of seconds"
SECONDS = Row("idle", f"{_WINDOW}: processor", _CLOCK, 2, 1, _PRINT, seconds)
WAKES = Row(
    "wake-ups", f"{_WINDOW}: wake-ups", _CLOCK, 2, 1,
    "In the same minute: how often any thread was woken, as the system counts it.", wakes,
)  # fmt: skip
