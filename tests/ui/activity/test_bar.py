"""The line above the list: typing rests before it is searched, filters fold into one button."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.filters import Filters
from app.wording.words import Words
from tests.ui.activity.conftest import CHOICES
from ui.activity.bar import FilterBar
from ui.activity.state import ActivityState, Found, activity_state
from ui.theme.theme import Theme

FOUND = Found(count=9, total=9, choices=CHOICES)
CONTROL = Qt.KeyboardModifier.ControlModifier


def state(words: Words, filters: Filters | None = None) -> ActivityState:
    return activity_state(words, replace(FOUND, filters=filters or Filters()))


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[FilterBar]:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.resize(900, 90)
    bar.show_state(state(words))
    with qtbot.waitActive(bar):
        bar.show()
        bar.activateWindow()
    bar.focus_search()
    yield bar
    bar.close()


def buttons(bar: FilterBar) -> list[str]:
    return [each.text() for each in bar.findChildren(QPushButton) if each.isVisible()]


def menu_of(bar: FilterBar, start: str) -> QMenu:
    made = next(each for each in bar.findChildren(QPushButton) if each.text().startswith(start))
    return opened(made.menu())


def opened(menu: QMenu) -> QMenu:
    """A menu as it is when it has been opened."""
    menu.aboutToShow.emit()
    return menu


def test_what_is_typed_is_searched_once_it_rests(qtbot: QtBot, bar: FilterBar) -> None:
    told = QSignalSpy(bar.searched)
    with qtbot.waitSignal(bar.searched) as searched:
        QTest.keyClicks(bar.field, "anna")
    assert (searched.args, told.count()) == (["anna"], 1)


def test_enter_searches_at_once_and_goes_to_the_list(qtbot: QtBot, bar: FilterBar) -> None:
    QTest.keyClicks(bar.field, "anna")
    with qtbot.waitSignals([bar.searched, bar.list_wanted], timeout=0):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)


def test_down_goes_to_the_list(qtbot: QtBot, bar: FilterBar) -> None:
    with qtbot.waitSignal(bar.list_wanted):
        QTest.keyClick(bar.field, Qt.Key.Key_Down)


def test_esc_takes_the_words_away_and_then_leaves(
    qtbot: QtBot, bar: FilterBar, words: Words
) -> None:
    bar.show_state(state(words, Filters(words="anna")))
    with qtbot.waitSignal(bar.searched) as searched:
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert (searched.args, bar.field.text()) == ([""], "")


def test_ctrl_f_goes_to_the_field(qtbot: QtBot, bar: FilterBar) -> None:
    next(each for each in bar.findChildren(QPushButton) if each.isVisible()).setFocus()
    QTest.keyClick(bar, Qt.Key.Key_F, CONTROL)
    assert bar.field.hasFocus()


def test_what_is_being_typed_is_not_overwritten(bar: FilterBar, words: Words) -> None:
    QTest.keyClicks(bar.field, "an")
    bar.show_state(state(words, Filters(words="old")))
    assert bar.field.text() == "an"


def test_words_that_were_cleared_elsewhere_leave_the_field(
    qtbot: QtBot, bar: FilterBar, words: Words
) -> None:
    bar.show_state(state(words, Filters(words="anna")))
    with qtbot.assertNotEmitted(bar.searched, wait=250):
        bar.show_state(state(words))
    assert bar.field.text() == ""


def test_each_filter_tells_what_it_is_set_to(qtbot: QtBot, bar: FilterBar, words: Words) -> None:
    bar.show_state(state(words, Filters(agent="Jana")))
    qtbot.waitUntil(lambda: any(text.startswith("Jana") for text in buttons(bar)))
    assert "Clear filters" in buttons(bar)


def test_a_line_of_a_menu_is_news(qtbot: QtBot, bar: FilterBar) -> None:
    lines = menu_of(bar, "Everyone").actions()
    assert [line.isChecked() for line in lines] == [True, False, False]
    with qtbot.waitSignal(bar.chosen) as chosen:
        lines[1].trigger()
    assert chosen.args == ["person:Jana"]


@pytest.mark.parametrize(("label", "news"), [("Export", "export_asked"), ("Clear", "cleared")])
def test_a_button_is_news(
    qtbot: QtBot, bar: FilterBar, words: Words, label: str, news: str
) -> None:
    bar.show_state(state(words, Filters(agent="Jana")))
    pressed = next(each for each in bar.findChildren(QPushButton) if each.text().startswith(label))
    with qtbot.waitSignal(getattr(bar, news)):
        QTest.keyClick(pressed, Qt.Key.Key_Space)


def test_in_a_narrow_window_the_filters_are_one_button(bar: FilterBar, words: Words) -> None:
    bar.resize(400, 90)
    bar.show_state(state(words, Filters(agent="Jana", source="hubspot")))
    assert "Filter (2)" in buttons(bar)
    assert not any(text.startswith(("Jana", "Everyone")) for text in buttons(bar))


def test_that_one_button_reaches_every_filter(bar: FilterBar) -> None:
    bar.resize(400, 90)
    submenus = menu_of(bar, "Filter").findChildren(QMenu)
    lines = [line for menu in submenus for line in opened(menu).actions()]
    keys = {line.data() for line in lines}
    assert {"person:Jana", "source:hubspot", "outcome:billed", "kind:phone"} <= keys


def test_everything_that_tab_reaches_has_a_name(bar: FilterBar, words: Words) -> None:
    bar.show_state(state(words, Filters(agent="Jana")))
    assert bar.field.accessibleName() == "Search number, name or note"
    assert all(buttons(bar))
