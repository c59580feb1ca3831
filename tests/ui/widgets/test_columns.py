"""Columns stand side by side or stack, and follow the height of what stands in them."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.widgets.columns import Columns
from ui.widgets.labels import label


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(500, 600)
    return page


@pytest.fixture
def columns(page: QWidget) -> Columns:
    columns = Columns(least=120, shares=(1, 1))
    outer = QVBoxLayout(page)
    outer.addWidget(columns)
    outer.addStretch(1)
    return columns


def sentence() -> QLabel:
    made = label(wrap=True)
    made.setText("A sentence")
    return made


def test_a_sentence_that_grows_after_a_move_is_shown_whole(
    qtbot: QtBot, page: QWidget, columns: Columns
) -> None:
    first, second = sentence(), sentence()
    columns.set_widgets(first)
    page.show()
    columns.set_widgets(second, first)
    first.setText("A sentence that goes on for a long time. " * 6)
    qtbot.waitUntil(lambda: first.height() >= first.heightForWidth(first.width()))


def test_columns_stack_where_one_would_get_too_little(
    qtbot: QtBot, page: QWidget, columns: Columns
) -> None:
    first, second = sentence(), sentence()
    columns.set_widgets(first, second)
    page.show()
    qtbot.waitUntil(lambda: first.y() == second.y())
    page.resize(220, 600)
    qtbot.waitUntil(lambda: second.y() > first.y())


def test_columns_stack_earlier_where_text_is_large(
    qtbot: QtBot, page: QWidget, columns: Columns, theme: Theme, qapp: QApplication
) -> None:
    first, second = sentence(), sentence()
    columns.set_widgets(first, second)
    page.show()
    qtbot.waitUntil(lambda: first.y() == second.y())
    theme.dress(qapp)
    try:
        theme.size_text(200)
        page.resize(460, 600)
        qtbot.waitUntil(lambda: second.y() > first.y())
    finally:
        theme.size_text(100)
