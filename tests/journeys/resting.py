"""When a window has nothing more to do for what happened so far."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.background.lane import Lane
from ui.desk.desk import Desk


class Homecoming(QObject):
    """Counts what lanes bring home, once it was taken in."""

    count = 0

    def note(self) -> None:
        self.count += 1


def rest(qtbot: QtBot, desk: Desk) -> None:
    """Wait until every lane brought home what it was asked for, and nothing followed from it."""
    lanes = [lane for lane in desk.window.window().findChildren(Lane) if lane._open]
    brought = Homecoming()
    for lane in lanes:
        lane._came_home.connect(brought.note)
    while True:
        before = brought.count
        _pass(qtbot, lanes)
        if brought.count == before + len(lanes) and not _reads(desk):
            break
    for lane in lanes:
        lane._came_home.disconnect(brought.note)


def _pass(qtbot: QtBot, lanes: list[Lane]) -> None:
    """Wait until all is home that was asked for before."""
    home: list[object] = []
    for lane in lanes:
        lane.run(lambda: None, home.append, home.append)
    qtbot.waitUntil(lambda: len(home) == len(lanes))


def _reads(desk: Desk) -> bool:
    """Tell whether figures are read, or will be for what was written."""
    figures = desk.figures
    return figures._busy or figures._stirred or figures._watching._gathering.isActive()
