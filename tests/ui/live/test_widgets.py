"""The strip and the form of a call by hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.meter import Level
from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support import states
from tests.support.meters import NOW
from tests.support.widgets import child
from ui.live.start import StartCall
from ui.live.start_state import start_call_state
from ui.live.state import LiveState, live_states
from ui.live.strip import LiveStrip
from ui.theme.theme import Theme


def state_of(words: Words) -> LiveState:
    status = states.status(states.billed_meter(), live=(states.open_call(),))
    (state,) = live_states(words, status, NOW)
    return state


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, words: Words) -> StartCall:
    form = StartCall(theme)
    qtbot.addWidget(form)
    form.show_state(start_call_state(words))
    return form


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme, words: Words) -> LiveStrip:
    strip = LiveStrip(theme)
    qtbot.addWidget(strip)
    strip.show_state(state_of(words))
    return strip


def test_a_call_is_told_without_a_number(qtbot: QtBot, form: StartCall) -> None:
    form.begin()
    with qtbot.waitSignal(form.started) as started:
        QTest.keyClick(child(form, QLineEdit), Qt.Key.Key_Return)
    assert started.args == [("", "browser", "outbound")]


def test_a_call_is_told_with_number_method_and_direction(qtbot: QtBot, form: StartCall) -> None:
    form.begin()
    method, direction = form.findChildren(QComboBox)
    QTest.keyClicks(child(form, QLineEdit), " +1 415 555 0188 ")
    method.setCurrentIndex(1)
    direction.setCurrentIndex(1)
    with qtbot.waitSignal(form.started) as started:
        QTest.mouseClick(child(form, QPushButton), Qt.MouseButton.LeftButton)
    assert started.args == [("+1 415 555 0188", "phone", "inbound")]


def test_another_language_keeps_what_was_chosen(form: StartCall, words: Words) -> None:
    form.begin()
    method = form.findChildren(QComboBox)[0]
    method.setCurrentIndex(1)
    form.show_state(start_call_state(words))
    assert method.currentData() == "phone"


def test_escape_closes_the_form(qtbot: QtBot, form: StartCall) -> None:
    form.begin()
    with qtbot.waitSignal(form.closed):
        QTest.keyClick(child(form, QLineEdit), Qt.Key.Key_Escape)


def test_every_field_has_a_name(form: StartCall) -> None:
    form.begin()
    fields = [*form.findChildren(QLineEdit), *form.findChildren(QComboBox)]
    assert [each.accessibleName() for each in fields] == ["Number", "Method", "Direction"]


def test_ending_a_call_names_it(qtbot: QtBot, strip: LiveStrip) -> None:
    with qtbot.waitSignal(strip.ended) as ended:
        QTest.mouseClick(child(strip, QPushButton), Qt.MouseButton.LeftButton)
    assert ended.args == ["live-1"]


def test_the_strip_is_read_with_its_units(strip: LiveStrip) -> None:
    assert strip.accessibleName() == (
        "+49 30 5550142, browser · billed: 4 min. 5 billed min. about $0.07 so far"
    )


def test_a_narrow_strip_has_two_lines(qtbot: QtBot, strip: LiveStrip) -> None:
    strip.show()
    strip.resize(900, 80)
    qtbot.waitUntil(lambda: top(strip._first, strip) < top(strip._how, strip))
    strip.resize(400, 120)
    qtbot.waitUntil(lambda: top(strip._first, strip) > top(strip._how, strip))


@pytest.mark.parametrize("width", [360, 480, 640, 800, 1000])
def test_only_a_long_name_is_ever_cut(
    qtbot: QtBot, theme: Theme, strip: LiveStrip, width: int
) -> None:
    state = state_of(words_in(Language("de")))
    strip.show_state(replace(state, sum="Preis noch nicht bekannt"))
    strip.show()
    strip.resize(width, 160)
    told = (strip._first, strip._second, strip._sum, strip._rule)
    qtbot.waitUntil(lambda: all(is_whole(part) for part in told))


def is_whole(part: QLabel) -> bool:
    if part.wordWrap():
        return part.height() >= part.heightForWidth(part.width())
    return part.width() >= part.fontMetrics().horizontalAdvance(part.text())


def top(part: QWidget, whole: QWidget) -> int:
    return part.mapTo(whole, QPoint()).y()


def test_a_second_writes_only_what_it_changes(strip: LiveStrip, words: Words) -> None:
    state = state_of(words)
    later = replace(state, clock="4:39", first="5 billed min · next in 21 s", spoken="later")
    turned: list[None] = []
    strip._turn = lambda: turned.append(None)  # type: ignore[method-assign]  # counts
    strip.show_state(later)
    assert (strip._clock.text(), strip._first.text()) == ("4:39", "5 billed min · next in 21 s")
    assert strip.accessibleName() == "later"
    assert turned == []


def test_a_call_that_is_listened_to_has_no_button(strip: LiveStrip, words: Words) -> None:
    strip.show_state(replace(state_of(words), end=""))
    assert not strip._end.isVisibleTo(strip)


def test_the_bar_is_left_out_where_words_need_the_room(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    strip = LiveStrip(theme)
    qtbot.addWidget(strip)
    near = states.status(states.calling(84, Level.NEAR), live=(states.open_call(161),))
    strip.show_state(live_states(words, near, NOW)[0])
    strip.setMinimumSize(200, 40)
    strip.show()
    strip.resize(900, 80)
    qtbot.waitUntil(strip._bar.isVisible)
    strip.resize(300, 160)
    qtbot.waitUntil(lambda: not strip._bar.isVisible())
