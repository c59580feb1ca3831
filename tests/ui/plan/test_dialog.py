"""The plan dialog asks only for what the chosen plans need, and says what was chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.machine.catalogue import plan_named, plan_names
from app.wording.words import Words
from tests.support.widgets import child
from ui.plan.dialog import PlanDialog
from ui.plan.state import PlanChosen, plan_dialog_state
from ui.theme.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> PlanDialog:
    plans = [plan_named(name) for name in plan_names()]
    dialog = PlanDialog(theme, plan_dialog_state(words, plans, (), "Europe/Berlin"))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog: PlanDialog, *, calls: str = "", texts: str = "") -> None:
    dialog._calls.setCurrentIndex(dialog._calls.findData(calls))
    dialog._texts.setCurrentIndex(dialog._texts.findData(texts))


def save(dialog: PlanDialog) -> QPushButton:
    return child(dialog, QPushButton, "Use these plans")


def test_nothing_can_be_used_before_a_plan_is_chosen(dialog: PlanDialog) -> None:
    assert not save(dialog).isEnabled()
    choose(dialog, calls="hubspot-starter")
    assert save(dialog).isEnabled()


def test_only_a_plan_that_offers_twilio_connect_asks_for_the_link(dialog: PlanDialog) -> None:
    choose(dialog, calls="hubspot-starter")
    assert not dialog._linked.isVisible()
    choose(dialog, calls="hubspot-professional")
    assert dialog._linked.isVisible()


def test_only_a_pooled_plan_asks_for_seats(dialog: PlanDialog) -> None:
    choose(dialog, texts="aircall-no-bundle")
    assert (dialog._anchor.isVisible(), dialog._committed.isVisible()) == (True, False)
    choose(dialog, texts="aircall-us-ca")
    assert dialog._committed.isVisible()


def test_a_time_zone_that_does_not_exist_is_told(dialog: PlanDialog) -> None:
    choose(dialog, calls="hubspot-starter")
    dialog._zone.setEditText("Atlantis")
    assert dialog._no_such_zone.text() == "There is no such time zone. Choose one from the list."
    assert not save(dialog).isEnabled()


def test_what_is_chosen_is_told_whole(qtbot: QtBot, dialog: PlanDialog) -> None:
    choose(dialog, calls="hubspot-professional", texts="aircall-us-ca")
    dialog._zone.setEditText("america/chicago")
    QTest.keyClick(dialog._linked, Qt.Key.Key_Space)
    dialog._committed.setValue(3)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.mouseClick(save(dialog), Qt.MouseButton.LeftButton)
    names = ("hubspot-professional", "aircall-us-ca")
    assert chosen.args == [PlanChosen(names, "America/Chicago", True, 1, 3, 0)]


def test_every_sentence_is_shown_whole(dialog: PlanDialog) -> None:
    choose(dialog, calls="hubspot-professional", texts="aircall-us-ca")
    bar = dialog._area.verticalScrollBar()
    dialog.resize(dialog.width(), 900)
    summary = dialog._texts_summary
    assert bar.maximum() == 0
    assert summary.height() >= summary.heightForWidth(summary.width())


def test_a_low_dialog_scrolls_and_keeps_its_buttons(dialog: PlanDialog, qtbot: QtBot) -> None:
    choose(dialog, calls="hubspot-professional", texts="aircall-us-ca")
    dialog.resize(400, 300)
    qtbot.waitUntil(lambda: dialog._area.verticalScrollBar().maximum() > 0)
    assert dialog.rect().contains(save(dialog).geometry())
    assert dialog._body.width() <= dialog._area.viewport().width()


def test_every_field_has_a_name(dialog: PlanDialog) -> None:
    fields = (dialog._calls, dialog._texts, dialog._zone, dialog._anchor, dialog._committed)
    assert all(field.accessibleName() for field in fields)
