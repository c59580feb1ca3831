"""The question for files begins where the last answer was."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from ui.desk.files import FileQuestions


def test_the_folder_last_used_comes_first(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: Words
) -> None:
    asked: list[str] = []
    answers = iter([([str(tmp_path / "calls.csv")], ""), ([], "")])

    def answer(_: QWidget, __: str, folder: str, ___: str) -> tuple[list[str], str]:
        asked.append(folder)
        return next(answers)

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    window, questions = QWidget(), FileQuestions()
    qtbot.addWidget(window)
    assert questions.which_to_read(window, words) == [tmp_path / "calls.csv"]
    assert questions.which_to_read(window, words) == []
    assert asked[1] == str(tmp_path)


def test_a_folder_for_downloads_that_is_not_there_is_no_file_name(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: Words
) -> None:
    asked: list[str] = []

    def answer(_: QWidget, __: str, folder: str, ___: str) -> tuple[list[str], str]:
        asked.append(folder)
        return [], ""

    missing = str(tmp_path / "Downloads")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: missing)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    window = QWidget()
    qtbot.addWidget(window)
    FileQuestions().which_to_read(window, words)
    assert asked == [str(Path.home())]
