"""A program with nothing but the icon in the tray; lines of standard input say what it shows.

``state NAME`` shows a status of tests/support/states.py; ``see INK FILE`` photographs the corner of
the screen once an ink is seen there; ``stands`` tells whether the icon is seen; an empty input
ends it. Each is answered by a line.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.support import states
from tests.support.meters import NOW
from ui.desk.pausing import Pausing
from ui.desk.preferences import Preferences
from ui.desk.tray import Tray

_LOOK_MS = 100
#: Where the icon is, px.
_CORNER = (48, 40)


class _View:
    def __init__(self, name: str) -> None:
        self.status, self.now = states.statuses()[name], NOW


class _Figures(QObject):
    """Stands in for the ledger's figures."""

    read = Signal(object)
    view: _View | None = None


class Watch(QObject):
    """Looks at the corner of the screen again and again; ``seen`` when an ink is there."""

    seen = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ink, self._file = "", ""
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def see(self, ink: str, file: str) -> None:
        """Wait for an ink, and photograph the corner then."""
        self._ink, self._file = ink, file
        self._timer.start()

    def _look(self) -> None:
        picture = QApplication.primaryScreen().grabWindow(0, 0, 0, *_CORNER).toImage()
        if count(picture, self._ink):
            self._timer.stop()
            picture.save(self._file)
            self.seen.emit()


def count(picture: QImage, ink: str) -> int:
    """Count the pixels of an ink."""
    wanted = QColor(ink).rgb()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixel(x, y) == wanted for x, y in places)


class Program(QObject):
    """Answers the lines."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.window = QWidget()
        self.figures = _Figures(self)
        preferences = Preferences(folder, {"TZ": "Europe/Berlin", "LANG": "en_US.UTF-8"})
        pausing = Pausing(preferences, lambda: NOW, self)
        figures = self.figures
        self.tray = Tray(self.window, preferences, pausing=pausing, figures=figures, parent=self)  # type: ignore[arg-type]  # stands in
        self.tray.wanted.connect(lambda key: self._say(f"wanted {key}"))
        self.tray.presence.came.connect(lambda: self._say("came"))
        self.tray.start()
        self._watch = Watch(self)
        self._watch.seen.connect(lambda: self._say("done see"))
        self._input = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_line)
        self._say("ready")

    def _on_line(self) -> None:
        verb, _, rest = sys.stdin.readline().strip().partition(" ")
        if verb == "state":
            self.figures.view = _View(rest)
            self.figures.read.emit(self.figures.view)
        elif verb == "see":
            return self._watch.see(*rest.split())
        elif verb == "stands":
            self.tray.presence.look()
            return self._say(f"stands {self.tray.stands}")
        elif not verb:
            return QApplication.quit()
        return self._say(f"done {verb}")

    def _say(self, line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def main() -> None:
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    program = Program(Path(sys.argv[1]))
    application.exec()
    program.tray.stop()


if __name__ == "__main__":
    main()
