"""Sentences in a box: whatever names stand in them, they are shown as they are."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.problem import LedgerProblem, Problem, mark
from ui.desk.preferences import Preferences
from ui.desk.told import Told


def test_a_name_that_looks_like_markup_is_shown_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    Told(window, Preferences(tmp_path, {})).sentence("<b>calls</b>.csv cannot be read.")
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.text() == "<b>calls</b>.csv cannot be read."


def test_a_ledger_that_cannot_be_used_offers_to_restore(qtbot: QtBot, tmp_path: Path) -> None:
    window, asked = QWidget(), list[bool]()
    qtbot.addWidget(window)
    told = Told(window, Preferences(tmp_path, {}), lambda: asked.append(True))
    told.problem(LedgerProblem(mark("The ledger in {file} is damaged."), file="ledger.db"))
    offers = [each for each in window.findChildren(QPushButton) if each.text() == "Restore…"]
    offers[0].click()
    assert asked == [True]


def test_other_trouble_offers_nothing_but_to_be_read(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    Told(window, Preferences(tmp_path, {})).problem(Problem(mark("Something is wrong.")))
    assert [each.text() for each in window.findChildren(QPushButton)] == ["OK"]
