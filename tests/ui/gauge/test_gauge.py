"""The gauge paints its state and answers why."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.meter import Level
from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW, minutes
from tests.support.widgets import child
from ui.gauge.arc import across, arc
from ui.gauge.gauge import Dial, Gauge
from ui.gauge.state import GaugeState, gauge_state
from ui.theme.theme import Theme


@pytest.fixture
def near(words: Words) -> GaugeState:
    meter = states.calling(84, Level.NEAR)
    return gauge_state(words, meter, NOW, states.status(meter))


def dial_of(qtbot: QtBot, theme: Theme, state: GaugeState) -> Dial:
    dial = Dial(theme)
    qtbot.addWidget(dial)
    dial.resize(232, 199)
    dial.show_state(state)
    return dial


def colours_of(dial: Dial) -> set[str]:
    image = dial.grab().toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(image.pixelColor(x, y)).name() for x, y in places}


def test_near_the_limit_the_arc_is_amber(qtbot: QtBot, theme: Theme, near: GaugeState) -> None:
    colours = colours_of(dial_of(qtbot, theme, near))
    assert theme.tokens.near in colours
    assert theme.tokens.accent not in colours


def test_a_billed_arc_is_hatched(qtbot: QtBot, theme: Theme, words: Words) -> None:
    meter = states.billed_meter()
    billed = gauge_state(words, meter, NOW, states.status(meter))
    colours = colours_of(dial_of(qtbot, theme, billed))
    assert {theme.tokens.billed, theme.tokens.billed_ground} <= colours


def test_without_data_nothing_of_the_arc_is_filled(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    meter = minutes(level=Level.NO_DATA)
    silent = gauge_state(words, meter, NOW, states.status(meter))
    colours = colours_of(dial_of(qtbot, theme, silent))
    assert theme.tokens.track in colours
    assert theme.tokens.accent not in colours


@pytest.mark.parametrize("press", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_asks_why(qtbot: QtBot, theme: Theme, near: GaugeState, press: Any) -> None:
    gauge = Gauge(theme)
    qtbot.addWidget(gauge)
    gauge.show_state(near)
    with qtbot.waitSignal(gauge.why_asked) as asked:
        QTest.keyClick(child(gauge, Dial), press)
    assert asked.args == ["hubspot-professional.minutes"]


def test_a_click_asks_why(qtbot: QtBot, theme: Theme, near: GaugeState) -> None:
    dial = dial_of(qtbot, theme, near)
    with qtbot.waitSignal(dial.clicked):
        QTest.mouseClick(dial, Qt.MouseButton.LeftButton, pos=QPoint(100, 90))


def test_it_is_read_aloud(qtbot: QtBot, theme: Theme, near: GaugeState) -> None:
    dial = dial_of(qtbot, theme, near)
    spoken = QAccessible.queryAccessibleInterface(dial)
    assert spoken.role() is QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == near.spoken


def test_the_focus_can_be_seen(qtbot: QtBot, theme: Theme, near: GaugeState) -> None:
    dial = dial_of(qtbot, theme, near)
    with qtbot.waitActive(dial):
        dial.show()
        dial.activateWindow()
    dial.setFocus()
    assert theme.tokens.accent in colours_of(dial)


def test_the_arc_grows_with_its_share_and_stays_inside() -> None:
    place = QRectF(0, 0, 220, 220)
    half, whole = arc(place, 500), arc(place, 1000)
    assert half.boundingRect().width() < whole.boundingRect().width()
    assert place.adjusted(-1, -1, 1, 1).contains(whole.boundingRect())


def test_half_of_the_cycle_is_straight_up() -> None:
    line = across(QRectF(0, 0, 220, 220), 500)
    assert round(line.x1()) == round(line.x2()) == 110
