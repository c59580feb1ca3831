"""The corrections dialog and the bar: boxes, answers, completion, the way back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support.widgets import child
from tests.ui.corrections.test_state import common
from ui.corrections.bar import ChangeBar
from ui.corrections.dialog import CorrectionDialog
from ui.corrections.state import correction_state, done_bar, running_bar
from ui.corrections.tags import TagCompleter
from ui.theme.theme import Theme


def dialog(qtbot: QtBot, theme: Theme, words: Words, only: str = "") -> CorrectionDialog:
    made = CorrectionDialog(theme, correction_state(words, common(), only))
    qtbot.addWidget(made)
    made.show()
    return made


def test_only_what_was_changed_is_answered(qtbot: QtBot, theme: Theme, words: Words) -> None:
    made = dialog(qtbot, theme, words)
    box = child(made, QComboBox)
    box.setCurrentIndex(box.findData("phone"))
    child(made, QPlainTextEdit).setPlainText("from the car")
    assert made.answers == {"method": "phone", "note": "from the car"}


def test_nothing_can_be_saved_before_something_changed(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    made = dialog(qtbot, theme, words, "note")
    save = child(made, QPushButton, "Save")
    assert not save.isEnabled()
    QTest.keyClicks(child(made, QPlainTextEdit), "a")
    assert save.isEnabled()
    with qtbot.waitSignal(made.chosen) as chosen:
        save.click()
    assert chosen.args == [{"note": "a"}]


def test_a_person_nobody_named_yet_can_be_written(qtbot: QtBot, theme: Theme, words: Words) -> None:
    made = dialog(qtbot, theme, words)
    people = next(box for box in made.findChildren(QComboBox) if box.isEditable())
    people.setEditText("  Nadia  P. ")
    assert made.answers == {"agent": "Nadia P."}


def test_a_known_tag_completes_the_one_being_written(qtbot: QtBot) -> None:
    line = QLineEdit("offer, wa")
    qtbot.addWidget(line)
    completer = TagCompleter(("warm", "cold"), line)
    assert completer.splitPath(line.text()) == ["wa"]
    assert completer.pathFromIndex(completer.model().index(0, 0)) == "offer, warm"


def test_the_bar_offers_the_way_back_and_can_be_put_away(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(480, 360)
    bar = ChangeBar(theme, window)
    window.show()
    bar.show_state(done_bar(words, "Method of 3 entries changed", undo=True))
    with qtbot.waitSignal(bar.undo_asked):
        QTest.mouseClick(child(bar, QPushButton, "Undo"), Qt.MouseButton.LeftButton)
    bar.show_state(running_bar(words, 3, 500))
    assert not child(bar, QPushButton).isVisible()
    window.resize(900, 360)
    assert (bar.width(), bar.geometry().bottom()) == (560, 345)
    bar.show_state(None)
    assert not bar.isVisible()
