"""The number of segments is said once the typing rests, and only when it is another."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import ui.text_check.spoken
from app.actions.count_segments import check_text
from app.wording.words import Words
from ui.text_check.page import TextCheckPage
from ui.text_check.spoken import SpokenFigure
from ui.text_check.state import Checked, text_state
from ui.theme.theme import Theme


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced."""
    heard: list[str] = []
    monkeypatch.setattr(ui.text_check.spoken, "announce", lambda _, said: heard.append(said))
    return heard


@pytest.fixture
def about(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def rest(figure: SpokenFigure) -> None:
    """Let the rest after the last key be over, if it has begun."""
    timer = figure.findChild(QTimer)
    assert timer is not None
    if timer.isActive():
        timer.timeout.emit()


def test_nothing_is_said_while_somebody_types(about: QWidget, heard: list[str]) -> None:
    figure = SpokenFigure(about)
    figure.tell("1 segment, GSM-7")
    figure.tell("2 segments, GSM-7")
    assert heard == []
    rest(figure)
    assert heard == ["2 segments, GSM-7"]


def test_the_same_number_is_not_said_again(about: QWidget, heard: list[str]) -> None:
    figure = SpokenFigure(about)
    for said in ("1 segment, GSM-7", "2 segments, UCS-2", "1 segment, GSM-7"):
        figure.tell(said)
    rest(figure)
    figure.tell("2 segments, UCS-2")
    figure.tell("1 segment, GSM-7")
    rest(figure)
    assert heard == ["1 segment, GSM-7"]


def test_another_text_is_said_even_if_it_is_as_long(about: QWidget, heard: list[str]) -> None:
    figure = SpokenFigure(about)
    for said in ("1 segment, GSM-7", "", "1 segment, GSM-7"):
        figure.tell(said)
        rest(figure)
    assert heard == ["1 segment, GSM-7", "1 segment, GSM-7"]


def test_a_page_that_nobody_sees_is_silent(about: QWidget, heard: list[str]) -> None:
    figure = SpokenFigure(about)
    figure.tell("1 segment, GSM-7")
    about.hide()
    rest(figure)
    assert heard == []


def test_the_page_says_the_number_of_what_was_typed(
    qtbot: QtBot, theme: Theme, words: Words, heard: list[str]
) -> None:
    page = TextCheckPage(theme)
    qtbot.addWidget(page)
    page.show()
    page.show_state(text_state(words, Checked("hi 🎉", *check_text("hi 🎉")), None, 0))
    rest(page._spoken)
    assert heard == ["1 segment, UCS-2"]
