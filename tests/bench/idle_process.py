"""A window left alone, as a process of its own: ours on a data folder, or a bare one beside it.

``python -m tests.bench.idle_process bare|clock|ours REST_MS IDLE_MS [FOLDER]`` prints JSON:
processor seconds, and how often any thread was woken, in the idle time that follows the rest. The
bare window with a clock writes another label each second.
"""

import json
import os
import sys
from itertools import count
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

if TYPE_CHECKING:
    from ui.opening import Opening


class Cost(NamedTuple):
    """What this process has used so far."""

    seconds: float
    wakes: int


class Idling:
    """Lets a window rest, then measures it idle and closes it."""

    def __init__(self, rest_ms: int, idle_ms: int) -> None:
        self._rest_ms, self._idle_ms = rest_ms, idle_ms
        self._window: QWidget | None = None
        self._before = Cost(0, 0)

    def begin(self, window: QWidget) -> None:
        """The window stands: let it rest first."""
        self._window = window
        QTimer.singleShot(self._rest_ms, self._on_rested)

    def _on_rested(self) -> None:
        self._before = cost()
        QTimer.singleShot(self._idle_ms, self._on_idle)

    def _on_idle(self) -> None:
        seconds, wakes = cost()
        told = {"seconds": seconds - self._before.seconds, "wakes": wakes - self._before.wakes}
        sys.stdout.write(json.dumps(told) + "\n")
        if self._window is not None:
            self._window.close()


def cost() -> Cost:
    """Return what all threads have used so far, those that ended as well."""
    used = getrusage(RUSAGE_SELF)
    return Cost(used.ru_utime + used.ru_stime, used.ru_nvcsw)


def bare(idling: Idling, *, ticking: bool) -> None:
    """Show a bare window with one label, of the size ours has."""
    application = QApplication([])
    window, label = QMainWindow(), QLabel("1,240 of 2,000")
    window.setCentralWidget(label)
    window.resize(1100, 800)
    window.show()
    seconds = count()
    timer = QTimer(window, interval=1_000)
    timer.timeout.connect(lambda: label.setText(f"{next(seconds)} s"))
    if ticking:
        timer.start()
    idling.begin(window)
    application.exec()


def ours(idling: Idling, folder: Path) -> None:
    """Show our window as a start shows it."""
    # Here because the bare window must not pay for our modules.
    from app.assembly import Streams, workplace_of
    from ui.start import run

    def watch(opening: "Opening") -> None:
        opening.staffed.connect(lambda: idling.begin(opening.shell))

    streams = Streams(sys.stdout, sys.stderr, sys.stdin.buffer)
    run(None, workplace_of(str(folder), os.environ, streams), watch=watch)


def main(arguments: list[str]) -> None:
    """Run one side."""
    side, rest_ms, idle_ms, *folder = arguments
    idling = Idling(int(rest_ms), int(idle_ms))
    if side == "ours":
        ours(idling, Path(folder[0]))
    else:
        bare(idling, ticking=side == "clock")


if __name__ == "__main__":
    main(sys.argv[1:])
