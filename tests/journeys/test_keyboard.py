"""Every page with the keyboard alone: nothing is out of reach, and one sees where one is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.actions.make_sample import make_sample
from app.ledger.ledger import Ledger, ledger_path
from tests.journeys.conftest import Open, desk_of
from tests.journeys.resting import rest
from tests.support.keyboard import can_be_reached, is_in_sight, round_trip, shows_focus, spoken
from tests.support.ledgers import NOW
from ui.opening import Opening
from ui.theme.theme import Choice
from ui.window.navigation import RailButton

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]

_PAGES = ("overview", "activity", "plan", "accounts", "dial", "text", "settings")


@pytest.fixture
def opening(qtbot: QtBot, folder: Path, open_window: Open) -> Opening:
    """A sample month near its limit, in a window of the usual size."""
    with Ledger(ledger_path(folder)) as ledger:
        make_sample(ledger, folder, NOW, "Europe/Berlin")
    opening = open_window()
    desk = desk_of(opening)
    desk.schedule.close()
    opening.shell.resize(QSize(1280, 860))
    opening.shell.activateWindow()
    qtbot.waitUntil(lambda: desk.figures.view is not None)
    return opening


@pytest.mark.parametrize("page", _PAGES)
def test_tab_reaches_everything_and_comes_round(qtbot: QtBot, opening: Opening, page: str) -> None:
    reached = round_trip(go_to(qtbot, opening, page))
    rail = [each for each in reached if isinstance(each, RailButton)]
    wanted = [each for each in opening.window.findChildren(QWidget) if can_be_reached(each)]
    assert [spoken(each) for each in wanted if each not in reached] == []
    assert reached[: len(rail)] == rail
    assert [each.y() for each in rail] == sorted(each.y() for each in rail)
    assert round_trip(rail[0], back=True)[1:] == reached[:0:-1]
    for choice in (Choice.LIGHT, Choice.DARK):
        opening.theme.choose(choice)
        assert unseen(rail[0]) == [], choice


def unseen(first: QWidget) -> list[str]:
    """Where one does not see that the keyboard is there."""
    found: list[str] = []

    def look(stop: QWidget) -> None:
        if not is_in_sight(stop):
            found.append(f"{spoken(stop)} is out of sight")
        elif not shows_focus(stop):
            found.append(f"{spoken(stop)} shows no focus")

    round_trip(first, at_each=look)
    return found


def go_to(qtbot: QtBot, opening: Opening, page: str) -> QWidget:
    """Go to a page and return the first line of the rail."""
    desk_of(opening).pages.go_to(page)
    rest(qtbot, desk_of(opening))  # lists are read by a worker
    opening.shell.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opening.shell)
    return next(each for each in opening.window.findChildren(RailButton) if each.isChecked())
