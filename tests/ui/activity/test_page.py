"""The page: empty lists, menus on lines and heads, what fits, and the rules of models."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.filters import Filters
from app.domain.problem import LedgerProblem
from app.wording.words import Words
from tests.support.widgets import child
from tests.ui.activity.conftest import COUNT, lines_of
from ui.activity.columns import ColumnChoice
from ui.activity.model import PAGE, ROW, ActivityModel
from ui.activity.page import ActivityPage
from ui.activity.state import Found, activity_state
from ui.theme.sheet import sheet
from ui.theme.theme import Theme

FOUND = Found(count=COUNT, total=COUNT)
_TEXT = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def menus(page: ActivityPage) -> Iterator[ActivityPage]:
    """The page, whose open menus are closed in the end."""
    yield page
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def line(name: str) -> str:
    """The first word of a menu's line, without its keys."""
    return name.partition("\t")[0]


def shown(page: ActivityPage) -> list[str]:
    return [each.key for each in page.table._headings]


def test_the_model_keeps_the_rules_of_models(words: Words) -> None:
    model = ActivityModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_headings(activity_state(words, FOUND).headings)
    model.start(PAGE + 20)
    model.put(1, lines_of(words, 20))
    model.put(0, lines_of(words))
    model.show_headings(activity_state(words, FOUND, ColumnChoice().toggled("note")).headings)
    model.start(0)


def test_a_line_that_has_not_come_is_empty_and_asked_for(words: Words) -> None:
    model = ActivityModel()
    model.show_headings(activity_state(words, FOUND).headings)
    model.start(COUNT)
    model.put(0, lines_of(words))
    far = model.index(500_000, 0)
    assert (far.data(_TEXT), far.data(ROW)) == (None, None)
    assert model.missing(0, PAGE) == [1]
    assert model.missing(500_000, 500_001) == [500_000 // PAGE]


def test_of_very_many_pages_those_looked_at_last_are_kept(words: Words) -> None:
    model = ActivityModel()
    model.start(COUNT)
    for page in range(200):
        model.put(page, lines_of(words, 1))
        model.row(0)
    kept = [page for page in range(200) if page not in model.missing(0, 200 * PAGE - 1)]
    assert 0 in kept
    assert kept[-1] == 199
    assert len(kept) < 100


def test_an_expected_page_is_there_from_the_start(words: Words) -> None:
    model = ActivityModel()
    model.expect(2, lines_of(words))
    model.start(COUNT)
    assert model.row(2 * PAGE) is not None
    assert model.row(0) is None


def test_an_empty_ledger_offers_to_import(qtbot: QtBot, page: ActivityPage, words: Words) -> None:
    page.show_state(activity_state(words, Found(count=0)))
    qtbot.waitUntil(lambda: not page.table.isVisible())
    with qtbot.waitSignal(page.way_asked) as asked:
        child(page, QPushButton, "Import…").click()
    assert asked.args == ["import"]


def test_where_nothing_is_found_everything_is_one_press_away(
    qtbot: QtBot, page: ActivityPage, words: Words
) -> None:
    page.show_state(activity_state(words, Found(Filters(words="x"), count=0, total=9)))
    with qtbot.waitSignal(page.way_asked) as asked:
        child(page, QPushButton, "Show all").click()
    assert asked.args == ["clear"]


def test_a_failed_search_says_why_in_the_place_of_the_list(
    page: ActivityPage, words: Words
) -> None:
    problem = LedgerProblem("The ledger is damaged.")
    page.show_state(activity_state(words, replace(FOUND, problem=problem)))
    assert child(page, QLabel, "The ledger is damaged.").isVisible()
    page.show_state(activity_state(words, FOUND))
    assert page.table.isVisible()


def test_a_line_has_a_menu_of_what_can_be_done(qtbot: QtBot, menus: ActivityPage) -> None:
    menus.table.go(0)
    menus.table.menu_asked.emit(QPoint(300, 300))
    actions = {line(each.text()): each for each in open_menu().actions()}
    assert {"Why?", "Correct…", "Note…", "Tags…", "Copy", "Copy number"} <= set(actions)
    with qtbot.waitSignal(menus.action_asked) as asked:
        actions["Tags…"].trigger()
    assert asked.args == ["tags"]


def test_of_several_lines_no_receipt_is_offered(menus: ActivityPage) -> None:
    menus.table.selectAll()
    menus.table.menu_asked.emit(QPoint(300, 300))
    assert "Why?" not in [line(each.text()) for each in open_menu().actions()]


def test_the_menu_key_opens_the_menu_at_the_line(qtbot: QtBot, menus: ActivityPage) -> None:
    menus.table.go(3)
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(menus.table.menu_asked) as asked:
        QApplication.sendEvent(menus.table, by_key)
    row = menus.table.visualRect(menus.table.currentIndex())
    place = menus.table.viewport().mapFromGlobal(asked.args[0])
    assert abs(place.y() - row.bottom()) <= row.height()


def test_the_heads_have_a_menu_of_columns(qtbot: QtBot, menus: ActivityPage) -> None:
    menus.table.heads.menu_asked.emit(QPoint(300, 300))
    actions = {each.text(): each for each in open_menu().actions()}
    assert actions["How"].isChecked()
    assert not actions["Note"].isChecked()
    assert not actions["With"].isEnabled()
    with qtbot.waitSignal(menus.column_toggled) as asked:
        actions["Note"].trigger()
    assert asked.args == ["note"]


def test_the_usual_columns_are_one_line_away(qtbot: QtBot, menus: ActivityPage) -> None:
    menus.table.heads.menu_asked.emit(QPoint(300, 300))
    usual = next(each for each in open_menu().actions() if each.text() == "Usual columns")
    with qtbot.waitSignal(menus.column_toggled) as asked:
        usual.trigger()
    assert asked.args == [""]


@pytest.mark.parametrize("width", range(420, 1400, 70))
def test_no_width_scrolls_sideways(
    qtbot: QtBot, page: ActivityPage, theme: Theme, width: int
) -> None:
    page.setStyleSheet(sheet(theme.tokens))  # which says how wide a scroll bar is
    page.resize(width, 500)
    bar = page.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert "with" in shown(page)


def test_room_left_for_a_receipt_takes_columns_away(page: ActivityPage) -> None:
    page.resize(900, 500)
    before = shown(page)
    page.leave_room(340)
    assert len(shown(page)) < len(before)
    page.leave_room(0)
    assert shown(page) == before


def test_columns_that_go_leave_the_current_line_alone(page: ActivityPage) -> None:
    page.table.go(3)
    page.resize(420, 500)
    assert page.table.currentIndex().row() == 3


def test_esc_in_the_empty_field_goes_to_the_list(page: ActivityPage) -> None:
    page.bar.focus_search()
    QTest.keyClick(page.bar.field, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_the_list_is_read_by_its_name_and_count(page: ActivityPage) -> None:
    assert page.table.accessibleName() == "Calls and texts, 1,000,000 entries"


def test_a_line_is_read_whole_at_its_first_cell(page: ActivityPage) -> None:
    index = page.table.lines.index(1, 0)
    row = index.data(ROW)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == row.spoken


def test_without_a_list_the_keyboard_goes_to_the_first_way_out(
    page: ActivityPage, words: Words
) -> None:
    page.show_state(activity_state(words, Found(count=0)))
    way = page.first_focus()
    assert isinstance(way, QPushButton)
    assert way.text() == "Import…"
