"""Links: words that can be pressed, and an arrow where they fold something."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.widgets.link import LinkButton


@pytest.fixture
def link(qtbot: QtBot, theme: Theme) -> LinkButton:
    link = LinkButton(theme, mark="out")
    qtbot.addWidget(link)
    link.set_name("rule of 11 Jan 2019")
    return link


def test_a_link_is_pressed_by_the_space_bar(qtbot: QtBot, link: LinkButton) -> None:
    with qtbot.waitSignal(link.clicked):
        QTest.keyClick(link, Qt.Key.Key_Space)


def test_a_link_without_a_name_takes_no_room(link: LinkButton) -> None:
    link.set_name("")
    assert link.isHidden()


def test_an_icon_needs_room_beside_the_words(qtbot: QtBot, link: LinkButton, theme: Theme) -> None:
    plain = LinkButton(theme)
    qtbot.addWidget(plain)
    plain.set_name(link.text())
    assert plain.sizeHint().width() < link.sizeHint().width()


def test_a_folding_link_shows_which_way_it_goes(qtbot: QtBot, theme: Theme) -> None:
    link = LinkButton(theme, folds=True)
    qtbot.addWidget(link)
    link.set_name("By person")
    closed = link.grab().toImage()
    link.click()
    assert link.isChecked()
    assert link.grab().toImage() != closed
