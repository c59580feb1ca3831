"""The question which of the people in the records is me."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support.widgets import child
from ui.people.dialog import WhoDialog
from ui.people.state import who_state
from ui.theme.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> WhoDialog:
    dialog = WhoDialog(theme, who_state(words, ("Jana", "Omar")))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_chosen_name_is_told(qtbot: QtBot, dialog: WhoDialog) -> None:
    child(dialog, QComboBox).setCurrentText("Omar")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.mouseClick(child(dialog, QPushButton, "That is me"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["Omar"]


def test_nobody_has_to_answer(qtbot: QtBot, dialog: WhoDialog) -> None:
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.mouseClick(child(dialog, QPushButton, "Cancel"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_box_says_what_it_asks(dialog: WhoDialog) -> None:
    assert child(dialog, QComboBox).accessibleName() == "Which one are you?"
