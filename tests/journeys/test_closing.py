"""Closing the window: it goes on in a tray that stands, rests there, and comes back as it was."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Open, OpenOf, desk_of
from ui.desk.desk import Desk
from ui.desk.pages import PageDesk
from ui.desk.tray import Tray
from ui.opening import Opening

pytestmark = pytest.mark.journey


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A desktop with a tray: what its icon says."""
    said: list[str] = []
    monkeypatch.setattr(Tray, "stands", property(lambda _: True))
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda *words: said.append(words[2]))
    return said


def test_without_a_tray_closing_ends(qtbot: QtBot, open_window: Open) -> None:
    opening = open_window()
    with qtbot.waitSignal(opening.closed):
        opening.shell.close()


def test_with_a_tray_closing_hides_and_says_so_once(
    qtbot: QtBot, open_window: Open, said: list[str]
) -> None:
    opening = open_window()
    with qtbot.assertNotEmitted(opening.closed):
        opening.shell.close()
        opening.shell.show()
        opening.shell.close()
    sentence = "Talktally goes on here in the tray. To end it, choose Quit in its menu."
    assert said == [sentence]
    end(qtbot, opening)


def test_who_wants_it_so_ends_by_closing(qtbot: QtBot, open_window: Open, said: list[str]) -> None:
    opening = open_window()
    opening.preferences.change(close_to_tray=False)
    with qtbot.waitSignal(opening.closed):
        opening.shell.close()


def test_quit_ends_even_with_a_tray(qtbot: QtBot, open_window: Open, said: list[str]) -> None:
    opening = open_window()
    with qtbot.waitSignal(opening.closed):
        opening.window.quit_asked.emit()


def test_a_page_that_nobody_sees_rests(
    qtbot: QtBot, open_window: Open, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = open_window()
    desk = desk_of(opening)
    desk.pages.go_to("activity")
    told = watched(desk, monkeypatch)
    opening.shell.close()
    opening.shell.show()
    assert told == ["hide", "show"]
    end(qtbot, opening)


def test_the_window_comes_back_with_its_size_and_page(
    qtbot: QtBot, open_window_of: OpenOf, folder: Path
) -> None:
    opening = open_window_of(folder)
    opening.shell.resize(640, 480)
    desk_of(opening).pages.go_to("plan")
    end(qtbot, opening)
    again = open_window_of(folder)
    assert (again.shell.width(), again.shell.height()) == (640, 480)
    assert desk_of(again).pages.front == "plan"


@pytest.mark.parametrize("kept", [{"page": "gone", "width": 500, "height": 400}, 7, {"page": 3}])
def test_a_place_that_makes_no_sense_does_no_harm(
    open_window_of: OpenOf, folder: Path, kept: object
) -> None:
    (folder / "settings.json").write_text(json.dumps({"window": kept}))
    assert open_window_of(folder).shell.isVisible()


def watched(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Hear what the Activity page's desk is told."""
    told: list[str] = []
    page: PageDesk = desk.pages.activity
    monkeypatch.setattr(page, "hide", lambda: told.append("hide"))
    monkeypatch.setattr(page, "show", lambda: told.append("show"))
    return told


def end(qtbot: QtBot, opening: Opening) -> None:
    with qtbot.waitSignal(opening.closed):
        opening.shell.leave()
