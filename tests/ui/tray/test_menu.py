"""The menu of the tray: an open one stays while only its words change."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW
from ui.tray.menu import TrayMenu
from ui.tray.state import TrayAround, tray_state

_ALONE = TrayAround()


@pytest.fixture
def menu(qtbot: QtBot) -> Iterator[TrayMenu]:
    window = QWidget()
    qtbot.addWidget(window)
    yield TrayMenu(window)
    window.close()


def _show(menu: TrayMenu, words: Words, name: str, around: TrayAround = _ALONE) -> None:
    menu.show_lines(tray_state(words, states.statuses()[name], NOW, around).lines)


def _texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_figure_comes_first_and_quit_last(menu: TrayMenu, words: Words) -> None:
    _show(menu, words, "fine")
    texts = _texts(menu)
    assert texts[0] == "1,240 of 2,000 min left · resets 1 Dec"
    assert texts[-1] == "&Quit"


def test_other_words_change_the_lines_that_are_there(menu: TrayMenu, words: Words) -> None:
    _show(menu, words, "fine")
    before = menu.actions()
    _show(menu, words, "blocked")
    assert menu.actions() == before
    assert _texts(menu)[0].startswith("0 of 2,000 min left · blocked")


def test_other_lines_take_the_place_of_the_old_ones(menu: TrayMenu, words: Words) -> None:
    _show(menu, words, "fine")
    _show(menu, words, "fine", TrayAround(syncs=True))
    assert _texts(menu).count("&Sync now") == 1
    assert len(menu.findChildren(QMenu)) <= 2


def test_a_line_that_is_chosen_is_told_by_its_key(
    menu: TrayMenu, words: Words, qtbot: QtBot
) -> None:
    _show(menu, words, "fine")
    with qtbot.waitSignal(menu.chosen, timeout=0) as news:
        menu.actions()[-1].trigger()
    assert news.args == ["quit"]


def test_a_pause_is_chosen_in_a_menu_of_its_own(menu: TrayMenu, words: Words, qtbot: QtBot) -> None:
    _show(menu, words, "fine")
    pauses = menu.findChild(QMenu)
    assert pauses is not None
    with qtbot.waitSignal(menu.chosen, timeout=0) as news:
        pauses.actions()[0].trigger()
    assert news.args == ["pause.hour"]
