"""A window as a process of its own: ours on a data folder, or a bare one to measure beside.

``python -m tests.bench.window_process bare|ours STARTED_NS [FOLDER]`` prints JSON: seconds from
``STARTED_NS`` (the machine's monotonic clock) to the first frame and to live figures, and the
resident memory in KiB after a moment's rest.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from typing_extensions import override

if TYPE_CHECKING:
    from ui.opening import Opening

_REST_MS = 1_500


class BareWindow(QMainWindow):
    """A window with one label, of the size ours has."""

    def __init__(self, report: "Report") -> None:
        super().__init__()
        report.watch(self)
        self._report = report
        self._painted = False
        self.setCentralWidget(QLabel("1,240 of 2,000"))
        self.resize(1100, 800)

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._report.tell_first)
            QTimer.singleShot(_REST_MS, self._report.finish)
        return handled


class Report:
    """Collects the figures of one process and ends it."""

    def __init__(self, started: int) -> None:
        self._started = started
        self._told: dict[str, float] = {}
        self._window: QMainWindow | None = None

    def tell_first(self) -> None:
        """The first frame is out."""
        self._told.setdefault("first", self._elapsed())

    def tell_live(self) -> None:
        """Live figures are on the screen; memory is looked at after a rest."""
        if "live" not in self._told:
            self._told["live"] = self._elapsed()
            QTimer.singleShot(_REST_MS, self.finish)

    def watch(self, window: QMainWindow) -> None:
        """Close this window in the end."""
        self._window = window

    def attach(self, opening: "Opening") -> None:
        """Listen to our window while it opens."""
        self.watch(opening.shell)
        opening.shell.painted.connect(self.tell_first)
        opening.furnished.connect(self._on_furnished)

    def _on_furnished(self) -> None:
        if self._window is not None:
            self._window.repaint()  # at once, so that the figures are on the screen
        self.tell_live()

    def finish(self) -> None:
        """Print what was found."""
        sys.stdout.write(json.dumps({**self._told, "memory": _resident()}) + "\n")
        if self._window is not None:
            self._window.close()

    def _elapsed(self) -> float:
        return (time.monotonic_ns() - self._started) / 1e9


def bare(report: Report) -> None:
    """Show a bare window until it has been measured."""
    application = QApplication([])
    window = BareWindow(report)
    window.show()
    application.exec()


def ours(report: Report, folder: Path) -> None:
    """Show our window as a start shows it."""
    # Here because the bare window must not pay for our modules.
    from app.assembly import Streams, workplace_of
    from ui.start import run

    streams = Streams(sys.stdout, sys.stderr, sys.stdin.buffer)
    run(None, workplace_of(str(folder), os.environ, streams), watch=report.attach)


def _resident() -> int:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (line,) = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1])


def main(arguments: list[str]) -> None:
    """Run one side."""
    report = Report(int(arguments[1]))
    if arguments[0] == "bare":
        bare(report)
    else:
        ours(report, Path(arguments[2]))


if __name__ == "__main__":
    main(sys.argv[1:])
