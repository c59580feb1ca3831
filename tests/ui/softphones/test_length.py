"""The dialog that asks for a length, by keyboard and for a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support.widgets import child
from tests.ui.softphones.test_length_state import LATER
from tests.ui.softphones.test_state import ANNA
from ui.softphones.length import LengthDialog
from ui.softphones.length_state import length_state, read_length
from ui.theme.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> LengthDialog:
    dialog = LengthDialog(theme, length_state(words, ANNA, LATER, "UTC"))
    qtbot.addWidget(dialog)
    dialog.edited.connect(lambda text: dialog.show_read(read_length(words, ANNA, text, LATER)))
    dialog.show_read(read_length(words, ANNA, dialog.text, LATER))
    dialog.show()
    return dialog


def test_typing_replaces_the_estimate_and_enter_keeps_it(
    qtbot: QtBot, dialog: LengthDialog
) -> None:
    QTest.keyClicks(dialog._length, "12:30")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog._length, Qt.Key.Key_Return)
    assert chosen.args == ["12:30"]
    assert not dialog.isVisible()


def test_what_is_no_length_cannot_be_saved_and_says_why(qtbot: QtBot, dialog: LengthDialog) -> None:
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClicks(dialog._length, "soon")
        QTest.keyClick(dialog._length, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not child(dialog, QPushButton, "Save").isEnabled()
    shown = " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
    assert "“soon” is no length." in shown


def test_a_screen_reader_hears_the_name_and_how_it_is_understood(dialog: LengthDialog) -> None:
    assert dialog._length.accessibleName() == "Length"
    assert dialog._length.accessibleDescription() == "The call lasted 12 min."


def test_escape_keeps_nothing(qtbot: QtBot, dialog: LengthDialog) -> None:
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClicks(dialog._length, "5")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
