"""The dialogs of erasing: nothing goes that was not agreed to twice."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support.widgets import child
from ui.erasing.asking import ContactDialog, KeepDialog
from ui.erasing.preview import PreviewDialog
from ui.erasing.state import PreviewState, ask_state, contact_preview, keep_state
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceBox


def found(words: Words) -> PreviewState:
    return contact_preview(words, "Ada", {"entries": 3, "numbers": ["+12125550123"]})


def shown(qtbot: QtBot, state: PreviewState) -> PreviewDialog:
    dialog = PreviewDialog(state)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_contact_must_be_named_before_anything_is_looked_for(qtbot: QtBot, words: Words) -> None:
    dialog = ContactDialog(ask_state(words))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not child(dialog, QPushButton, "Look").isEnabled()
    QTest.keyClicks(child(dialog, QLineEdit), " Ada ")
    with qtbot.waitSignal(dialog.asked) as asked:
        QTest.keyClick(child(dialog, QLineEdit), Qt.Key.Key_Return)
    assert asked.args == ["Ada"]


def test_enter_erases_nothing(qtbot: QtBot, words: Words) -> None:
    dialog = shown(qtbot, found(words))
    with qtbot.assertNotEmitted(dialog.agreed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_one_click_or_a_double_click_erases_nothing(qtbot: QtBot, words: Words) -> None:
    dialog = shown(qtbot, found(words))
    erase = child(dialog, QPushButton, "Erase…")
    with qtbot.assertNotEmitted(dialog.agreed):
        QTest.mouseClick(erase, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(erase, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()


def test_the_second_step_comes_with_a_warning(qtbot: QtBot, words: Words) -> None:
    dialog = shown(qtbot, found(words))
    sure = child(dialog, QPushButton, "Erase for good")
    assert not sure.isVisible()
    child(dialog, QPushButton, "Erase…").click()
    assert child(dialog, QLabel, found(words).warning).isVisible()
    with qtbot.waitSignal(dialog.agreed):
        QTest.mouseClick(sure, Qt.MouseButton.LeftButton)


def test_where_nothing_is_found_the_dialog_can_only_be_closed(qtbot: QtBot, words: Words) -> None:
    dialog = shown(qtbot, contact_preview(words, "Ada", {"entries": 0}))
    visible = [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()]
    assert visible == ["Close"]


def test_the_time_that_holds_is_chosen_at_first(qtbot: QtBot, words: Words, theme: Theme) -> None:
    dialog = KeepDialog(theme, keep_state(words, 12))
    qtbot.addWidget(dialog)
    dialog.show()
    assert child(dialog, ChoiceBox).currentText() == "12 months"
    child(dialog, ChoiceBox).setCurrentIndex(0)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        child(dialog, QPushButton, "Continue…").click()
    assert chosen.args == [0]
