"""Meter cards show their state and answer why."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.meter import Level
from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW
from ui.meters.card import MeterCard
from ui.meters.connect import ConnectCard
from ui.meters.connect_state import connect_state
from ui.meters.state import meter_card
from ui.theme.theme import Theme


def card_of(qtbot: QtBot, theme: Theme, words: Words) -> MeterCard:
    card = MeterCard(theme)
    qtbot.addWidget(card)
    meter = states.sms(1190, Level.NEAR)
    card.show_state(meter_card(words, meter, NOW, states.status(meter)))
    return card


def test_a_key_on_a_card_asks_why(qtbot: QtBot, theme: Theme, words: Words) -> None:
    card = card_of(qtbot, theme, words)
    with qtbot.waitSignal(card.why_asked) as asked:
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert asked.args == ["aircall-us-ca.sms_segments"]


def test_a_click_on_a_card_asks_why(qtbot: QtBot, theme: Theme, words: Words) -> None:
    card = card_of(qtbot, theme, words)
    with qtbot.waitSignal(card.why_asked):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))


def test_a_narrow_card_drops_notes_from_the_end(qtbot: QtBot, theme: Theme, words: Words) -> None:
    card = card_of(qtbot, theme, words)
    card.show()
    card.resize(900, 130)
    assert "60 left · cycle 14 Nov – 13 Dec · Aircall with US/CA bundle" in texts_of(card)
    card.resize(140, 130)
    assert "60 left" in texts_of(card)


def test_the_section_shows_another_table_in_place_of_the_old(qtbot: QtBot, words: Words) -> None:
    card = ConnectCard()
    qtbot.addWidget(card)
    meter, rows = states.billed_meter(), states.use().destinations
    card.show_state(connect_state(words, meter, rows))
    assert {"Germany", "United States"} <= set(texts_of(card))
    card.show_state(connect_state(words, meter, rows[1:]))
    assert "Germany" not in texts_of(card)


def texts_of(card: MeterCard | ConnectCard) -> list[str]:
    return [each.text() for each in card.findChildren(QLabel)]
