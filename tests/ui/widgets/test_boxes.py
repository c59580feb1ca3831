"""Boxes that paint themselves: a tick and a number, in the theme's inks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceBox
from ui.widgets.number import NumberBox
from ui.widgets.tick import TickBox


def test_a_click_on_the_words_ticks_the_box(qtbot: QtBot, theme: Theme) -> None:
    box = TickBox(theme, "Linked for me")
    qtbot.addWidget(box)
    box.resize(240, 30)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(200, 15))
    assert box.isChecked()


def test_a_tick_changes_what_is_painted(qtbot: QtBot, theme: Theme) -> None:
    box = TickBox(theme, "Linked for me")
    qtbot.addWidget(box)
    before = box.grab().toImage()
    box.setChecked(True)
    assert box.grab().toImage() != before


def test_long_words_go_on_in_the_next_line(qtbot: QtBot, theme: Theme) -> None:
    box = TickBox(theme, "Twilio Connect is linked for me in HubSpot")
    qtbot.addWidget(box)
    assert box.heightForWidth(180) > box.heightForWidth(800)


def test_a_dialog_gives_long_words_the_lines_they_need(qtbot: QtBot, theme: Theme) -> None:
    around, box = QWidget(), TickBox(theme, "Twilio Connect is linked for me in HubSpot")
    column = QVBoxLayout(around)
    column.addWidget(box)
    column.addStretch(1)
    qtbot.addWidget(around)
    around.resize(200, 200)
    around.show()
    assert box.height() >= box.heightForWidth(box.width()) > box.heightForWidth(800)


def test_words_that_have_their_room_stay_in_one_line(qtbot: QtBot, theme: Theme) -> None:
    box = TickBox(theme, "Read the subaccounts, too")
    qtbot.addWidget(box)
    assert box.sizeHint().height() == box.heightForWidth(800)


def test_a_number_stays_between_its_ends(qtbot: QtBot, theme: Theme) -> None:
    box = NumberBox(theme, least=1, most=31, value=14)
    qtbot.addWidget(box)
    box.setValue(40)
    assert box.value() == 31


@pytest.mark.parametrize(("count", "shown"), [(2, 2), (5, 5), (10, 10), (40, 10)])
def test_ten_of_a_list_to_choose_from_are_shown_whole(
    qtbot: QtBot, theme: Theme, qapp: QApplication, count: int, shown: int
) -> None:
    theme.dress(qapp)
    box = ChoiceBox(theme)
    qtbot.addWidget(box)
    box.addItems([f"Plan {number}" for number in range(count)])
    box.show()
    box.showPopup()
    last = box.view().visualRect(box.model().index(shown - 1, 0))
    assert box.view().viewport().height() == last.bottom() + 1
