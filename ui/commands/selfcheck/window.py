"""The real window, opened as anybody opens it, until its figures are there; then painted."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from app.assembly import Workplace
from app.domain.problem import EnvironmentProblem, Problem, mark
from ui.desk.glimpse import start_glimpse
from ui.desk.look import View
from ui.desk.snapshot import shown_of
from ui.opening import Opening
from ui.start import run as open_window

#: Whoever started this process gives up a little later; and an open window asks for newer versions
#: after a minute, which is not wanted here.
_PATIENCE_MS = 50_000
#: First the figures, then what takes longer beside them.
_READINGS = 2
#: Layouts and paints come in turns of the event loop, one after the other.
_TURNS = 20
#: A window without letters or figures has fewer colours.
_LEAST_COLOURS, _EVERY = 16, 3
_NO_FIGURES = mark("The window stands, but shows no figures. Install Talktally again.")
_LATE = mark("The window showed no figures in time. Try again while the computer is less busy.")
_BLANK = mark("The window was painted blank. Look whether fonts are installed, then try again.")
_NO_LOOK = mark("The process that reads ahead of the window said nothing. Install Talktally again.")
_UNWRITTEN = mark("The picture of the window cannot be written. Free some space, then try again.")


class WindowLook(QObject):
    """Waits for the figures of one opening, takes its picture, and closes it."""

    def __init__(self, picture: Path) -> None:
        super().__init__()
        self._picture = picture
        self._opening: Opening | None = None
        self._readings, self._turns = 0, _TURNS
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._on_late)
        #: What went wrong; ``None`` once all was seen.
        self.problem: Problem | None = EnvironmentProblem(_NO_FIGURES)
        self.image = QImage()

    def watch(self, opening: Opening) -> None:
        """Follow an opening that has not begun."""
        self._opening = opening
        opening.staffed.connect(self._on_staffed)
        self._patience.start()

    def _on_staffed(self) -> None:
        if self._opening is not None and self._opening.desk is not None:
            self._opening.desk.figures.read.connect(self._on_read)
            self._opening.desk.figures.failed.connect(self._on_failed)

    def _on_read(self, view: View) -> None:
        self._readings += 1
        if self._readings == _READINGS:
            if view.status.meters:
                self.problem = None
            self._settle()

    def _settle(self) -> None:
        self._turns -= 1
        QTimer.singleShot(0, self, self._settle if self._turns else self._take)

    def _on_failed(self, problem: Problem) -> None:
        self.problem = problem
        self._leave()

    def _on_late(self) -> None:
        self.problem = EnvironmentProblem(_LATE)
        self._leave()

    def _take(self) -> None:
        if self._opening is not None:
            self.image = self._opening.shell.grab().toImage()
            if not self.image.save(str(self._picture)):
                self.problem = EnvironmentProblem(_UNWRITTEN)
        self._leave()

    def _leave(self) -> None:
        self._patience.stop()
        if self._opening is not None:
            self._opening.shell.leave()


def see_window(workplace: Workplace, picture: Path) -> str:
    """Open the window on a folder and close it; its picture is kept. Problem, or any error."""
    looks: list[WindowLook] = []

    def watch(opening: Opening) -> None:
        # Not before, because a timer needs the application.
        looks.append(WindowLook(picture))
        looks[0].watch(opening)

    open_window(None, workplace, watch=watch)
    look = looks[0]
    if look.problem is not None:
        raise look.problem
    count = colours(look.image)
    if count < _LEAST_COLOURS:
        raise EnvironmentProblem(_BLANK)
    return workplace.words.say(
        "Painted with its figures: {width} × {height}, in {count} colours.",
        width=look.image.width(),
        height=look.image.height(),
        count=count,
    )


def see_first_look(workplace: Workplace) -> str:
    """Let a process look at the figures ahead of the window, as at every start."""
    glimpse = start_glimpse(workplace.folder)
    seen = glimpse.communicate(timeout=_PATIENCE_MS / 1_000)[0] if glimpse else b""
    shown = shown_of(seen)
    if shown is None:
        raise EnvironmentProblem(_NO_LOOK)
    return shown.page.gauge.spoken if shown.page.gauge else ""


def colours(image: QImage) -> int:
    """Count the colours of an image; not every pixel is looked at."""
    rows, columns = range(0, image.height(), _EVERY), range(0, image.width(), _EVERY)
    return len({image.pixel(x, y) for y in rows for x in columns})
