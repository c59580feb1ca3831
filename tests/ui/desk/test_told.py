"""Sentences in a box: whatever names stand in them, they are shown as they are."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

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
