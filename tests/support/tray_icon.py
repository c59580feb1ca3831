"""Runs the program that has nothing but the icon in the tray, and talks with it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from tests.support.contracts import ROOT
from tests.support.panels import end
from ui.theme.tone import Tone
from ui.tray.icon import INKS

#: Statuses of tests/support/states.py, and the ink by which each is seen.
TONES = {
    "fine": Tone.PLAIN,
    "near": Tone.NEAR,
    "blocked": Tone.STOP,
    "billed": Tone.BILLED,
    "stale": Tone.QUIET,
}


class Icon:
    """The program with the icon, told by lines."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process, self._folder = process, folder

    def tell(self, line: str) -> str:
        """Tell it something; return its answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self.hear("done", "stands")

    def hear(self, *wanted: str) -> str:
        """Wait for a line that begins with one of these words."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.split()[0] in wanted:
                return line.strip()
        raise AssertionError(f"it ended before it said {wanted}")

    def show(self, state: str) -> QImage:
        """Show a state, and return a photograph of the panel once it is there."""
        self.tell(f"state {state}")
        file = self._folder / f"{state}.png"
        self.tell(f"see {INKS[TONES[state]]} {file}")
        return QImage(str(file))


@contextmanager
def run_icon(environ: Mapping[str, str], folder: Path) -> Iterator[Icon]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.tray_program", str(folder)],
        cwd=ROOT,
        env={**os.environ, **environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        icon = Icon(process, folder)
        icon.hear("ready")
        yield icon
    finally:
        end(process)
