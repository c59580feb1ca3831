"""The field for a text takes what anybody sends, and says of more that it is too much."""

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from ui.text_check.box import MOST, TextBox
from ui.theme.theme import Choice, Theme


@pytest.fixture
def box(qtbot: QtBot) -> TextBox:
    made = TextBox(Theme(Choice.LIGHT, contrast=False))
    qtbot.addWidget(made)
    return made


def pasted(box: TextBox, text: str) -> str:
    source = QMimeData()
    source.setText(text)
    box.insertFromMimeData(source)
    return box.text


def test_as_much_as_fits_is_taken(box: TextBox) -> None:
    assert pasted(box, "a" * MOST) == "a" * MOST


def test_more_is_refused_whole_and_leaves_what_is_there(qtbot: QtBot, box: TextBox) -> None:
    box.write("Hello")
    with qtbot.waitSignal(box.refused):
        assert pasted(box, "a" * MOST) == "Hello"


def test_what_is_pasted_over_counts_no_more(box: TextBox) -> None:
    box.write("b" * MOST)
    box.selectAll()
    assert pasted(box, "a" * MOST) == "a" * MOST
