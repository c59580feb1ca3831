"""The list of a million lines: its keys, what is chosen, and that nothing asks every line."""

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.activity.conftest import COUNT
from ui.activity.model import ActivityModel
from ui.activity.page import ActivityPage

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The lines that anybody asked the model about."""
    lines: set[int] = set()
    plain_data, plain_flags = ActivityModel.data, ActivityModel.flags

    def data(self: ActivityModel, index: QModelIndex, role: int = 0) -> Any:
        lines.add(index.row())
        return plain_data(self, index, role)

    def flags(self: ActivityModel, index: QModelIndex) -> Any:
        lines.add(index.row())
        return plain_flags(self, index)

    monkeypatch.setattr(ActivityModel, "data", data)
    monkeypatch.setattr(ActivityModel, "flags", flags)
    return lines


def test_all_lines_are_chosen_without_asking_each(asked: set[int], page: ActivityPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    page.grab()
    assert page.table.spans() == ((0, COUNT),)
    assert len(asked) < 100


def test_a_letter_in_the_list_looks_for_nothing(asked: set[int], page: ActivityPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_X)
    assert len(asked) < 100


@pytest.mark.parametrize(("key", "line"), [(Qt.Key.Key_Home, 0), (Qt.Key.Key_End, COUNT - 1)])
def test_home_and_end_go_to_the_first_and_last_line(
    page: ActivityPage, key: Qt.Key, line: int
) -> None:
    page.table.setCurrentIndex(page.table.lines.index(400, 0))
    QTest.keyClick(page.table, key)
    assert page.table.currentIndex().row() == line


def test_with_shift_they_choose_everything_up_to_there(page: ActivityPage) -> None:
    page.table.setCurrentIndex(page.table.lines.index(400, 0))
    QTest.keyClick(page.table, Qt.Key.Key_End, SHIFT)
    assert page.table.spans() == ((400, COUNT - 400),)


def test_lines_chosen_apart_are_spans(page: ActivityPage) -> None:
    table = page.table
    for line, keys in ((2, Qt.KeyboardModifier.NoModifier), (3, CONTROL), (6, CONTROL)):
        place = table.visualRect(table.lines.index(line, 2)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, place)
    assert table.spans() == ((2, 2), (6, 1))


@pytest.mark.parametrize(
    ("key", "action"), [(Qt.Key.Key_Return, "why"), (Qt.Key.Key_N, "note"), (Qt.Key.Key_T, "tags")]
)
def test_a_key_asks_for_its_action(
    qtbot: QtBot, page: ActivityPage, key: Qt.Key, action: str
) -> None:
    with qtbot.waitSignal(page.action_asked) as told:
        QTest.keyClick(page.table, key)
    assert told.args == [action]


def test_scrolling_asks_for_the_lines_in_sight(qtbot: QtBot, page: ActivityPage) -> None:
    with qtbot.waitSignal(page.table.rows_wanted) as told:
        page.table.verticalScrollBar().setValue(500_000)
    first, last = told.args
    assert first == 500_000
    assert 5 < last - first < 60
