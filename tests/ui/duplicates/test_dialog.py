"""The page of possible duplicates: answers by mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support.widgets import child
from tests.ui.duplicates.test_state import found, pair
from ui.duplicates.dialog import DuplicatesDialog
from ui.duplicates.row import DuplicatesRow
from ui.duplicates.state import duplicates_state, row_state
from ui.theme.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> DuplicatesDialog:
    dialog = DuplicatesDialog(theme)
    qtbot.addWidget(dialog)
    dialog.show_state(duplicates_state(words, found(pair(1), pair(2))))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_an_answer_says_which_pair_and_what(qtbot: QtBot, dialog: DuplicatesDialog) -> None:
    with qtbot.waitSignal(dialog.decided) as told:
        QTest.mouseClick(child(dialog, QPushButton, "The same call"), Qt.MouseButton.LeftButton)
    assert told.args is not None
    state, apart, every = told.args
    assert (state.ids, apart, every) == ((2, 3), False, False)


def test_all_alike_are_decided_with_one_answer(qtbot: QtBot, dialog: DuplicatesDialog) -> None:
    child(dialog, QCheckBox, "Decide all 2 like this").setChecked(True)
    with qtbot.waitSignal(dialog.decided) as told:
        QTest.mouseClick(child(dialog, QPushButton, "Two calls"), Qt.MouseButton.LeftButton)
    assert told.args is not None
    assert told.args[1:] == [True, True]


@pytest.mark.parametrize(("key", "apart"), [(Qt.Key.Key_1, [False]), (Qt.Key.Key_2, [True])])
def test_the_keyboard_answers_the_first_pair(
    qtbot: QtBot, dialog: DuplicatesDialog, key: Qt.Key, apart: list[bool]
) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(dialog.decided) as told:
        QTest.keyClick(focused, key)
    assert told.args is not None
    assert told.args[1:2] == apart


def test_what_was_decided_can_be_undone(
    qtbot: QtBot, dialog: DuplicatesDialog, words: Words
) -> None:
    state = duplicates_state(words, found(), decided="1 pair: two calls", can_undo=True)
    dialog.show_state(state)
    with qtbot.waitSignal(dialog.undo_asked):
        QTest.mouseClick(child(dialog, QPushButton, "Undo"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.undo_asked):
        QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_while_all_calls_are_looked_at_nothing_can_be_answered(dialog: DuplicatesDialog) -> None:
    dialog.show_progress(200)
    assert not child(dialog, QPushButton, "Look again").isEnabled()
    assert not child(dialog, QPushButton, "The same call").isEnabled()


def test_the_row_leads_to_the_page(qtbot: QtBot, theme: Theme, words: Words) -> None:
    row = DuplicatesRow(theme)
    qtbot.addWidget(row)
    row.show_state(row_state(words, 2))
    assert row.isVisible()
    with qtbot.waitSignal(row.look_asked):
        QTest.mouseClick(child(row, QPushButton, "Look…"), Qt.MouseButton.LeftButton)
    row.show_state(None)
    assert not row.isVisible()
