"""The small window of a call."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.meter import Status
from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support.meters import NOW
from tests.support.strip_pages import cases
from ui.live.state import live_states
from ui.live.strip import LiveStrip
from ui.strip.state import StripState, strip_state
from ui.strip.window import StripWindow
from ui.theme.theme import Theme

FLAGS = Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.FramelessWindowHint


def window_of(words: Words, status: Status) -> StripState:
    return strip_state(words, live_states(words, status, NOW))


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme, words: Words) -> StripWindow:
    made = StripWindow(theme)
    qtbot.addWidget(made)
    made.show_state(window_of(words, cases()["included"]))
    return made


def named(strip: StripWindow, name: str) -> QAbstractButton:
    every = strip.findChildren(QAbstractButton)
    return next(each for each in every if each.accessibleName() == name)


def test_it_stands_above_all_other_windows(strip: StripWindow) -> None:
    assert strip.windowFlags() & FLAGS == FLAGS
    assert strip.windowType() == Qt.WindowType.Tool


def test_no_taskbar_lists_it(strip: StripWindow) -> None:
    assert strip.testAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeToolBar)


def test_it_takes_no_keyboard_when_it_appears(qtbot: QtBot, strip: StripWindow) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    strip.show()
    qtbot.waitExposed(strip)
    assert line.hasFocus()
    assert strip.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_it_speaks_the_call(strip: StripWindow) -> None:
    assert strip.accessibleName().startswith("Anna Brandt, browser · included: 2 min. ")
    assert "arrow keys" in strip.accessibleDescription()


def test_escape_hides_it(qtbot: QtBot, strip: StripWindow) -> None:
    strip.show()
    with qtbot.waitSignal(strip.put_away):
        QTest.keyClick(strip, Qt.Key.Key_Escape)


def test_its_buttons_open_the_program_and_hide_it(qtbot: QtBot, strip: StripWindow) -> None:
    strip.show()
    with qtbot.waitSignal(strip.open_asked):
        named(strip, "Open Talktally").click()
    with qtbot.waitSignal(strip.put_away):
        named(strip, "Hide for this call").click()


def test_arrow_keys_move_it_and_its_place_is_told_once_it_rests(
    qtbot: QtBot, strip: StripWindow
) -> None:
    strip.stand(100, 100)
    strip.show()
    with qtbot.waitSignal(strip.came_to_rest):
        QTest.keyClick(strip, Qt.Key.Key_Right)
        QTest.keyClick(strip, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert strip.pos() == QPoint(124, 104)


def test_it_is_dragged_by_the_mouse(qtbot: QtBot, strip: StripWindow) -> None:
    strip.stand(100, 100)
    strip.show()
    qtbot.waitExposed(strip)
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(strip, QPoint(45, 25))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert strip.pos() == QPoint(140, 120)


def test_a_row_stands_for_each_call(qtbot: QtBot, strip: StripWindow, words: Words) -> None:
    strip.show()
    strip.show_state(window_of(words, cases()["several"]))
    rows = strip.findChildren(LiveStrip)
    qtbot.waitUntil(lambda: [row.isVisible() for row in rows] == [True, True])
    qtbot.waitUntil(lambda: strip.height() > 2 * min(row.height() for row in rows))
    tall = strip.height()
    strip.show_state(window_of(words, cases()["included"]))
    qtbot.waitUntil(lambda: strip.height() < tall)


@pytest.mark.parametrize("name", list(cases()))
@pytest.mark.parametrize("language", ["en", "de"])
def test_all_words_have_room(qtbot: QtBot, theme: Theme, name: str, language: str) -> None:
    strip = StripWindow(theme)
    qtbot.addWidget(strip)
    state = window_of(words_in(Language(language)), cases()[name])
    strip.show_state(state)
    strip.show()
    rows = strip.findChildren(LiveStrip)
    parts = [part for row in rows for part in (row._first, row._second, row._sum, row._rule)]
    qtbot.waitUntil(lambda: all(is_whole(part) for part in parts if part.isVisible()))


def is_whole(part: QLabel) -> bool:
    if part.wordWrap():
        return part.height() >= part.heightForWidth(part.width())
    return part.width() >= part.fontMetrics().horizontalAdvance(part.text())


def test_ending_a_call_names_it(qtbot: QtBot, strip: StripWindow, words: Words) -> None:
    state = window_of(words, cases()["billed"])
    strip.show_state(replace(state))
    strip.show()
    with qtbot.waitSignal(strip.ended) as ended:
        next(b for b in strip.findChildren(QAbstractButton) if b.text() == "End call").click()
    assert ended.args == ["live-1"]


def test_it_comes_to_rest_once_it_is_shown(
    qtbot: QtBot, strip: StripWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip.show()
    qtbot.waitExposed(strip)
    for _ in range(20):
        QApplication.processEvents()
    fits: list[None] = []
    monkeypatch.setattr(strip, "_fit", lambda: fits.append(None))
    for _ in range(20):
        QApplication.processEvents()
    assert fits == []
