"""The order of Tab: looking through widgets for it must not hurt what Qt made inside them."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import ui
from ui.widgets.reading_order import hands_keys_on, order_as_read

KINDS: list[type[QWidget]] = [QTableView, QScrollArea, QComboBox, QSpinBox, QLineEdit]


def holding(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    outer = QWidget()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    for _ in range(2):
        column.addWidget(kind())
    return outer


@pytest.mark.parametrize("kind", KINDS)
def test_what_qt_made_outlives_the_search(qtbot: QtBot, kind: type[QWidget]) -> None:
    outer = holding(qtbot, kind)
    before = len(outer.findChildren(QWidget))
    for table in outer.findChildren(QTableView):
        table.verticalHeader().hide()
    for _ in range(3):
        order_as_read(outer)
        gc.collect()
    assert len(outer.findChildren(QWidget)) == before


@pytest.mark.parametrize("kind", KINDS)
def test_what_hands_keys_on_is_known_without_asking_for_it(
    qtbot: QtBot, kind: type[QWidget]
) -> None:
    outer = holding(qtbot, kind)
    inner = [each for each in outer.findChildren(QWidget) if not _is_list(each)]
    known = [hands_keys_on(each) for each in inner]
    assert known == [each.focusProxy() is not None for each in inner]


def test_no_part_of_the_window_asks_for_a_focus_proxy() -> None:
    sources = Path(ui.__path__[0]).rglob("*.py")
    asking = [path.name for path in sources if ".focusProxy(" in path.read_text("utf-8")]
    assert asking == []


def _is_list(widget: QWidget) -> bool:
    """Whether a widget belongs to the list that a box opens, which is a window of its own."""
    return isinstance(widget, QAbstractItemView) and bool(
        widget.window().windowFlags() & Qt.WindowType.Popup
    )


def test_tab_goes_through_a_page_that_scrolls_as_one_reads(qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    made = [QLineEdit(page) for _ in range(3)]
    column = QVBoxLayout(page)
    for each in reversed(made):
        column.addWidget(each)
    area.setWidget(page)
    order_as_read(area)
    assert made[2].nextInFocusChain() is made[1]
    assert made[1].nextInFocusChain() is made[0]
