"""The Activity page of a real window on a data folder, used as a person uses it.

``python -m tests.bench.activity_process FOLDER`` prints JSON: for each thing done the longest time
that the main thread answered nothing (``longest``), the time until the lines in sight had come
(``shown``), and of scrolling the frames, all in seconds.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.assembly import Streams, workplace_of
from app.domain.receipt import Outcome
from ui.start import run

if TYPE_CHECKING:
    from ui.activity.page import ActivityPage
    from ui.opening import Opening

_REST, _SETTLE = 2.5, 0.5
#: A letter comes after the list began to be searched for those before it.
_LETTER, _WORDS = 0.2, "helgri foden"
_FRAME, _WHEEL_STEPS, _DRAG_STEPS = 0.016, 240, 200
_NOTCH = -120
_FILTERS = (f"outcome:{Outcome.NOT_COUNTED.value}", "kind:calls-in", "outcome:", "kind:all")
Told = dict[str, dict[str, float]]
Steps = Iterator[Callable[[], bool]]


class Watch(QObject):
    """Looks every millisecond whether the main thread answers, and goes through the steps.

    A step hands back what it waits for. What a step does is part of the time that is measured.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._last = 0.0
        self._steps: Steps = iter(())
        self._until: Callable[[], bool] = lambda: True
        self._longest = 0.0

    def begin(self, steps: Steps) -> None:
        """Go through these steps."""
        self._steps, self._last = steps, perf_counter()
        self._timer.start()

    def take(self) -> float:
        """Return the longest time between two looks since this was asked last."""
        longest, self._longest = self._longest, 0.0
        return longest

    def _on_tick(self) -> None:
        now = perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now
        if self._until():
            following = next(self._steps, None)
            if following is None:
                self._timer.stop()
            else:
                self._until = following


class Tour(QObject):
    """Goes through the page once its window answers, and tells what it found."""

    page: "ActivityPage"

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self._told: Told = {}
        self._searched = ""
        self._fresh = False

    def attach(self, opening: "Opening") -> None:
        """Wait until everything answers."""
        self._opening = opening
        opening.staffed.connect(self._on_staffed)

    def _on_staffed(self) -> None:
        self._watch.begin(self._steps())

    def _steps(self) -> Steps:
        yield rested(_REST)
        yield from self._open()
        self._watch.take()
        yield from self._stage("jump", self._jump)
        self.page.table.verticalScrollBar().setValue(0)
        yield rested(_SETTLE)
        yield from self._search()
        yield from self._filter()
        yield from self._scroll("wheel", _WHEEL_STEPS, self._turn)
        yield from self._scroll("drag", _DRAG_STEPS, self._drag)
        sys.stdout.write(json.dumps(self._told) + "\n")
        self._opening.shell.close()

    def _open(self) -> Steps:
        desk = self._opening.desk
        if desk is None:
            raise AssertionError("the window has no desk")
        self._watch.take()
        began = perf_counter()
        desk.pages.go_to("activity")
        self.page = self._opening.window.activity()
        self.page.searched.connect(self._on_searched)
        self.page.table.lines.modelReset.connect(self._on_reset)
        yield self._found
        yield from self._tell("open", began)

    def _stage(self, name: str, act: Callable[[], object], *, found: bool = False) -> Steps:
        self._watch.take()
        self._fresh, began = False, perf_counter()
        act()
        yield self._found if found else self._in_sight
        yield from self._tell(name, began)

    def _tell(self, name: str, began: float) -> Steps:
        shown = perf_counter() - began
        # The receipt beside the list comes a moment after the lines.
        yield rested(_SETTLE)
        before = self._told.get(name, {"longest": 0.0, "shown": 0.0})
        self._told[name] = {
            "longest": max(before["longest"], self._watch.take()),
            "shown": max(before["shown"], shown),
        }

    def _jump(self) -> None:
        bar = self.page.table.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)

    def _search(self) -> Steps:
        field = self.page.bar.field
        field.setFocus()
        self._watch.take()
        for letter in _WORDS[:-1]:
            type_letter(field, letter)
            yield rested(_LETTER)
        began = perf_counter()
        type_letter(field, _WORDS[-1])
        yield lambda: self._searched == _WORDS and self._found()
        yield from self._tell("search", began)
        field.clear()
        yield lambda: not self._searched and self._found()
        yield rested(_SETTLE)

    def _filter(self) -> Steps:
        for key in _FILTERS:
            yield from self._stage("filter", partial(self.page.filter_chosen.emit, key), found=True)

    def _scroll(self, name: str, steps: int, act: Callable[[float], None]) -> Steps:
        self.page.table.verticalScrollBar().setValue(0)
        yield rested(_SETTLE)
        self._watch.take()
        frames = []
        for step in range(steps):
            due = perf_counter() + _FRAME
            act((step + 1) / steps)
            yield lambda due=due: perf_counter() >= due  # type: ignore[misc]  # bound now
            frames.append(self._watch.take())
        frames.sort()
        self._told[name] = {"longest": frames[-1], "usual": frames[len(frames) * 99 // 100 - 1]}

    def _turn(self, _: float) -> None:
        view = self.page.table.viewport()
        place = QPoint(view.width() // 2, view.height() // 2)
        turned = QWheelEvent(
            QPointF(place), QPointF(view.mapToGlobal(place)), QPoint(), QPoint(0, _NOTCH),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, turned)

    def _drag(self, part: float) -> None:
        bar = self.page.table.verticalScrollBar()
        bar.setSliderDown(part < 1)
        bar.setSliderPosition(round(bar.maximum() * part))

    def _on_searched(self, words: str) -> None:
        self._searched, self._fresh = words, False

    def _on_reset(self) -> None:
        self._fresh = True

    def _found(self) -> bool:
        return self._fresh and self._in_sight()

    def _in_sight(self) -> bool:
        table = self.page.table
        last = max(table.rowAt(table.viewport().height() - 1), table.top)
        return bool(table.lines.rowCount()) and not table.lines.missing(table.top, last)


def rested(seconds: float) -> Callable[[], bool]:
    """Wait so long."""
    end = perf_counter() + seconds
    return lambda: perf_counter() >= end


def type_letter(into: QWidget, letter: str) -> None:
    """Press and let go a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(into, event)


def fail(*error: Any) -> None:
    """Tell what broke in a slot and end, instead of a window that waits for ever."""
    sys.__excepthook__(*error)
    os._exit(1)


def main(folder: Path) -> None:
    """Open the window on a data folder and go through the page."""
    sys.excepthook = fail
    watch = Watch()
    tour = Tour(watch)
    streams = Streams(sys.stdout, sys.stderr, sys.stdin.buffer)
    run(None, workplace_of(str(folder), os.environ, streams), watch=tour.attach)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
