"""Tables: columns leave where room is short and are told below their line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.table import LinesTable
from ui.widgets.table_state import Bar, Cell, Column, Line, TableState

COLUMNS = (
    Column("Name", grow=1),
    Column("Licence", drop=2),
    Column("Minutes", right=True),
    Column("", drop=1, least=70),
)


def line(name: str, key: str = "") -> Line:
    cells = (
        Cell(name, note="you"),
        Cell("committed", "committed", soft=True),
        Cell("1,916", "1,916 min", mark="near", tone=Tone.NEAR),
        Cell(bar=Bar(958, 700, Tone.BILLED)),
    )
    return Line(cells, f"{name}, 1,916 minutes", key=key)


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> LinesTable:
    table = LinesTable(theme, most=5)
    qtbot.addWidget(table)
    table.show_state(TableState("People", COLUMNS, (line("Jana", "0"), line("Omar", "1"))))
    table.show()
    table.resize(600, table.height())
    return table


def shown(table: LinesTable) -> list[str]:
    return [
        column.title
        for at, column in enumerate(COLUMNS)
        if column.title and not table.isColumnHidden(at)
    ]


def test_a_wide_table_shows_all_columns(table: LinesTable) -> None:
    assert shown(table) == ["Name", "Licence", "Minutes"]
    assert sum(table.columnWidth(at) for at in range(4)) <= table.width()


def test_a_narrow_table_drops_columns_and_grows_a_line_below(table: LinesTable) -> None:
    wide = table.height()
    table.resize(280, wide)
    assert shown(table) == ["Name", "Minutes"]
    assert table.height() > wide


def test_a_table_tells_what_left_on_hover_alone(table: LinesTable) -> None:
    index = table.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    table.resize(280, 200)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Jana, 1,916 minutes"


def test_a_line_is_read_whole_at_its_first_cell(table: LinesTable) -> None:
    model, role = table.model(), Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(role) == "Jana, 1,916 minutes"
    assert model.index(0, 2).data(role) == "1,916 min"
    assert table.accessibleName() == "People"


def test_a_long_table_scrolls_by_itself(table: LinesTable) -> None:
    lines = tuple(line(f"Person {n}") for n in range(1000))
    table.show_state(TableState("People", COLUMNS, lines))
    assert table.height() < 300
    assert table.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn


@pytest.mark.parametrize("count", [1000, 990])
def test_new_figures_leave_the_place_in_a_long_table(
    qtbot: QtBot, table: LinesTable, count: int
) -> None:
    lines = tuple(line(f"Person {n}") for n in range(1000))
    table.show_state(TableState("People", COLUMNS, lines))
    bar = table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(3_000)
    table.show_state(TableState("Persons", COLUMNS, lines[:count]))
    assert bar.value() == 3_000


def test_the_keyboard_enters_at_the_first_line_and_leaves_no_mark(
    qtbot: QtBot, table: LinesTable
) -> None:
    with qtbot.waitActive(table):
        table.activateWindow()
    table.setFocus()
    assert table.currentIndex().row() == 0
    assert table.selectionModel().hasSelection()
    table.clearFocus()
    assert not table.selectionModel().hasSelection()


def test_another_table_keeps_the_chosen_line(qtbot: QtBot, table: LinesTable) -> None:
    with qtbot.waitActive(table):
        table.activateWindow()
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    table.show_state(TableState("People", COLUMNS, (line("Lea", "0"), line("Omar", "1"))))
    assert table.currentIndex().row() == 1


def test_a_line_without_a_key_has_no_menu(qtbot: QtBot, table: LinesTable) -> None:
    table.show_state(TableState("People", COLUMNS, (line("Jana"),)))
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.assertNotEmitted(table.menu_asked):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_what_is_billed_is_hatched(table: LinesTable, theme: Theme) -> None:
    place = table.visualRect(table.model().index(0, 3))
    picture = table.viewport().grab().toImage()
    inside = {
        picture.pixelColor(x, place.center().y() + 1).name()
        for x in range(place.left() + 14, place.center().x())
    }
    assert QColor(theme.tokens.billed).name() in inside
    assert QColor(theme.tokens.billed_ground).name() in inside
