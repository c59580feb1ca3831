"""The table of the last entries: its model, and how a line is opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW
from tests.support.widgets import child
from ui.entries.model import Column, EntriesModel
from ui.entries.state import EntriesState, entries_state
from ui.entries.table import EntriesCard, EntriesTable
from ui.theme.theme import Theme

_TEXT = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def state(words: Words) -> EntriesState:
    return entries_state(words, states.entries(), NOW)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, state: EntriesState) -> EntriesCard:
    card = EntriesCard(theme)
    qtbot.addWidget(card)
    card.resize(800, 320)
    card.show_state(state)
    card.show()
    return card


def table_of(card: EntriesCard) -> EntriesTable:
    table = child(card, EntriesTable)
    assert isinstance(table, EntriesTable)
    return table


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot, state: EntriesState) -> None:
    model = EntriesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_state(state)
    assert (model.rowCount(), model.columnCount()) == (6, len(Column))


def test_the_columns_are_named(state: EntriesState) -> None:
    model = EntriesModel()
    model.show_state(state)
    names = [model.headerData(each, Qt.Orientation.Horizontal) for each in Column]
    assert names == ["Time", "With", "How", "Length", "Counted", "Left after"]


def test_figures_stand_on_the_right(state: EntriesState) -> None:
    model = EntriesModel()
    model.show_state(state)
    alignment = model.index(0, Column.COUNTED).data(Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & Qt.AlignmentFlag.AlignRight


def test_a_line_is_read_whole_at_its_first_cell(state: EntriesState) -> None:
    model = EntriesModel()
    model.show_state(state)
    spoken = model.index(0, Column.TIME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == state.rows[0].spoken


def test_enter_opens_the_receipt(qtbot: QtBot, card: EntriesCard) -> None:
    table = table_of(card)
    table.setCurrentIndex(table.model().index(1, 0))
    with qtbot.waitSignal(card.receipt_asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["call-2"]


def test_a_click_opens_the_receipt(qtbot: QtBot, card: EntriesCard) -> None:
    table = table_of(card)
    place = table.visualRect(table.model().index(2, Column.WITH)).center()
    with qtbot.waitSignal(card.receipt_asked) as asked:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["text-1"]


def test_tab_leaves_the_table(card: EntriesCard) -> None:
    assert not table_of(card).tabKeyNavigation()


def test_a_new_list_keeps_the_chosen_line(card: EntriesCard, state: EntriesState) -> None:
    table = table_of(card)
    table.setCurrentIndex(table.model().index(2, 0))
    card.show_state(state)
    assert table.currentIndex().row() == 2


def test_the_table_is_as_tall_as_its_lines(card: EntriesCard) -> None:
    table = table_of(card)
    last = table.visualRect(table.model().index(5, 0))
    assert last.bottom() <= table.viewport().height()


def test_where_room_is_short_the_lesser_columns_go(card: EntriesCard) -> None:
    card.resize(380, 320)
    hidden = [column for column in Column if table_of(card).isColumnHidden(column)]
    assert hidden == [Column.HOW, Column.LENGTH, Column.AFTER]


def test_without_entries_it_says_so(card: EntriesCard, words: Words) -> None:
    card.show_state(entries_state(words, (), NOW))
    assert not table_of(card).isVisible()
    assert "No calls or texts yet." in [each.text() for each in card.findChildren(QLabel)]


def test_a_column_that_comes_back_has_room_for_its_name(card: EntriesCard) -> None:
    table, header = table_of(card), table_of(card).horizontalHeader()
    card.resize(380, 320)
    card.resize(800, 320)
    assert table.columnWidth(Column.AFTER) >= header.sectionSizeHint(Column.AFTER)
