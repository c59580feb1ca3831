"""The row as a widget: it says all aloud, and its buttons name what they are about."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support.meters import NOW
from tests.support.widgets import child
from tests.ui.softphones.test_state import ANNA
from ui.softphones.state import PhonesTold, phone_rows
from ui.theme.theme import Theme
from ui.widgets.acting_row import ActingRow


@pytest.fixture
def row(qtbot: QtBot, theme: Theme, words: Words) -> ActingRow:
    made = ActingRow(theme)
    qtbot.addWidget(made)
    made.show_state(phone_rows(words, PhonesTold(unsure=(ANNA,)), NOW, "UTC")[0])
    return made


def test_its_name_says_what_stands_in_it(row: ActingRow) -> None:
    assert "Anna" in row.accessibleName()
    assert "The softphone ended" in row.accessibleName()


def test_a_button_says_what_it_is_about(qtbot: QtBot, row: ActingRow) -> None:
    with qtbot.waitSignal(row.asked) as asked:
        child(row, QPushButton, "Right").click()
    assert asked.args == ["7", "right"]
    assert "Anna" in child(row, QPushButton, "Correct…").accessibleDescription()


def test_a_row_with_nothing_to_tell_is_hidden(row: ActingRow) -> None:
    row.show_state(None)
    assert row.isHidden()


def test_no_button_is_cut_where_narrow_and_text_large(
    qtbot: QtBot, row: ActingRow, theme: Theme, qapp: QApplication
) -> None:
    theme.dress(qapp)
    try:
        theme.size_text(200)
        row.setFixedWidth(320)
        row.show()
        buttons = row.findChildren(QPushButton)
        qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in buttons))
        assert len({each.x() for each in buttons}) == 1
    finally:
        theme.size_text(100)
