"""The sheet of keys: what stands in it, and that it reads well where room is short."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from ui.activity import table
from ui.keys.sheet import KeySheet
from ui.keys.state import KeyGroup, KeyLine, keys_state, page_keys
from ui.receipt import panel
from ui.theme.theme import Theme

FILE = KeyGroup("File", (KeyLine(("Ctrl+I",), "Import"),))


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme, words: Words) -> KeySheet:
    made = KeySheet(theme, keys_state(words, (FILE, KeyGroup("Empty", ()))))
    qtbot.addWidget(made)
    made.show()
    return made


def test_keys_of_menus_stand_between_those_of_everywhere_and_of_pages(words: Words) -> None:
    titles = [group.title for group in keys_state(words, (FILE,)).groups]
    assert titles[:3] == ["Everywhere", "File", "The list of calls and texts"]


def test_each_line_is_read_aloud_as_one(sheet: KeySheet) -> None:
    names = [part.accessibleName() for part in sheet.findChildren(QWidget)]
    assert "Import: Ctrl+I" in names
    assert "Empty" not in [part.text() for part in sheet.findChildren(QLabel)]


def test_every_key_that_is_named_is_one(words: Words) -> None:
    for group in page_keys(words):
        for line in group.lines:
            assert all(not QKeySequence(keys).isEmpty() for keys in line.keys)


def test_the_letters_of_the_list_and_of_receipts_are_named(words: Words) -> None:
    named = {keys for group in page_keys(words) for line in group.lines for keys in line.keys}
    letters = {*table._LETTERS, *panel._KEYS}
    held = {f"Ctrl+{QKeySequence(key).toString()}" for key in table._WITH_CONTROL}
    assert {QKeySequence(key).toString() for key in letters} | held <= named


def test_arrows_scroll_it_where_room_is_short(sheet: KeySheet) -> None:
    sheet.resize(QSize(320, 300))
    bar = sheet._area.verticalScrollBar()
    QTest.qWait(0)
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(sheet, Qt.Key.Key_Up)
    QTest.keyClick(sheet, Qt.Key.Key_PageUp)
    assert bar.value() == 0
