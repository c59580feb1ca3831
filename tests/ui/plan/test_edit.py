"""The dialog that edits the plan asks only for what is needed, and says only what differs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.company import Address, Contract, Profile
from app.domain.money import Money
from app.domain.plan import Line
from app.domain.plan_edit import PlanEdit
from app.machine.catalogue import plan_named, plan_names
from app.wording.words import Words
from tests.support.widgets import child
from ui.plan.edit import EditDialog
from ui.plan.edit_state import EditAsked, EditState, Numbers
from ui.plan.options import own_option, plan_options
from ui.plan.preview_state import unseen
from ui.plan.words import edit_words
from ui.theme.theme import Theme

PROFILE = Profile("Acme", Address("US", "San Francisco"), ("DE", "FR"), True, date(2027, 3, 14))
CONTRACT = Contract(committed=Money(Decimal("30.00"), "USD"))
TODAY, TERM = date(2026, 11, 21), date(2027, 4, 30)


def state_of(words: Words, *, first: bool) -> EditState:
    plans = [plan_named(name) for name in plan_names()]
    calls = None if first else plan_named("hubspot-professional")
    texts = None if first else plan_named("aircall-us-ca")
    return EditState(
        words=edit_words(words),
        calls=plan_options(words, Line.CALLS, plans, calls),
        texts=plan_options(words, Line.TEXTS, plans, texts),
        zone="Europe/Berlin",
        today=TODAY,
        profile=Profile() if first else PROFILE,
        contract=Contract() if first else CONTRACT,
        first=first,
        pooled=not first,
        anchored=not first,
        stated=not first,
        numbers=Numbers() if first else Numbers(14, 3, 1, 0, 1, TERM),
    )


def shown(qtbot: QtBot, theme: Theme, words: Words, *, first: bool) -> EditDialog:
    dialog = EditDialog(theme, words, state_of(words, first=first))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def first(qtbot: QtBot, theme: Theme, words: Words) -> EditDialog:
    return shown(qtbot, theme, words, first=True)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> EditDialog:
    return shown(qtbot, theme, words, first=False)


def choose(dialog: EditDialog, *, calls: str = "", texts: str = "") -> None:
    for box, name in ((dialog.plans.calls, calls), (dialog.plans.texts, texts)):
        plans = [box.itemData(place).plan for place in range(box.count())]
        names = [plan.name if plan else "" for plan in plans]
        box.setCurrentIndex(names.index(name))


def save(dialog: EditDialog) -> QPushButton:
    return child(dialog, QPushButton, "Save")


def test_boxes_nobody_touched_follow_what_holds_by_now(dialog: EditDialog, words: Words) -> None:
    dialog.plans.seats.committed.setValue(7)
    dialog.profile.city.setText("Oakland")
    dialog.contract.note.setText("until spring")
    company = replace(PROFILE, name="Acme Trading", renews=None)
    numbers, prices = (
        Numbers(14, 4, 2, 0, 1, TERM),
        replace(CONTRACT, sms_segment=CONTRACT.committed),
    )
    dialog.take_up(
        replace(state_of(words, first=False), numbers=numbers, profile=company, contract=prices)
    )
    assert dialog.plans.seats.additional.value() == 2
    address = Address("US", "Oakland")
    assert dialog.edit == PlanEdit(
        committed=7,
        profile=replace(company, address=address),
        contract=replace(prices, note="until spring"),
    )


def test_a_chosen_plan_stays_chosen_when_another_is_in_force(
    dialog: EditDialog, words: Words
) -> None:
    choose(dialog, calls="hubspot-starter")
    plans = [plan_named(name) for name in plan_names()]
    calls = plan_options(words, Line.CALLS, plans, plan_named("hubspot-enterprise"))
    dialog.take_up(replace(state_of(words, first=False), calls=calls, zone="UTC"))
    assert dialog.plans.calls.itemText(0) == "Stay with HubSpot Enterprise"
    assert dialog.plans.zone.zone == "UTC"
    assert dialog.edit == PlanEdit(calls=plan_named("hubspot-starter"))


def test_nothing_can_be_saved_before_anything_differs(
    first: EditDialog, dialog: EditDialog
) -> None:
    assert not save(dialog).isEnabled()
    assert dialog.edit == PlanEdit()
    choose(first, calls="hubspot-starter")
    assert save(first).isEnabled()


def test_only_a_plan_that_offers_twilio_connect_asks_for_the_link(first: EditDialog) -> None:
    choose(first, calls="hubspot-starter")
    assert not first.plans.linked.isVisible()
    choose(first, calls="hubspot-professional")
    assert first.plans.linked.isVisible()


def test_only_a_pooled_plan_asks_for_seats(first: EditDialog) -> None:
    choose(first, texts="aircall-no-bundle")
    assert (first.plans.anchor.isVisible(), first.plans.seats.isVisible()) == (True, False)
    choose(first, texts="aircall-us-ca")
    assert first.plans.seats.isVisible()


def test_a_time_zone_that_does_not_exist_is_told(first: EditDialog) -> None:
    choose(first, calls="hubspot-starter")
    first.plans.zone.setEditText("Atlantis")
    assert (
        first.plans._unknown_zone.text() == "There is no such time zone. Choose one from the list."
    )
    assert not save(first).isEnabled()


def test_a_first_choice_is_told_whole(qtbot: QtBot, first: EditDialog) -> None:
    choose(first, calls="hubspot-professional", texts="aircall-us-ca")
    first.plans.zone.setEditText("america/chicago")
    QTest.keyClick(first.plans.linked, Qt.Key.Key_Space)
    first.plans.seats.committed.setValue(3)
    with qtbot.waitSignal(first.asked) as asked:
        QTest.mouseClick(save(first), Qt.MouseButton.LeftButton)
    plans = plan_named("hubspot-professional"), plan_named("aircall-us-ca")
    edit = PlanEdit(None, *plans, zone="America/Chicago", anchor_day=1, committed=3, additional=0)
    assert asked.args == [EditAsked(edit, linked=True, first=True)]


def test_only_what_differs_is_saved(dialog: EditDialog) -> None:
    dialog.plans.seats.committed.setValue(2)
    dialog.start.choice.setCurrentIndex(1)
    assert dialog.edit == PlanEdit(start=TODAY, committed=2)


def test_a_term_is_saved_with_its_last_day(dialog: EditDialog) -> None:
    dialog.plans.seats.annual.setValue(2)
    assert dialog.edit == PlanEdit(annual=2, until=TERM)
    dialog.plans.seats.annual.setValue(0)
    assert dialog.edit == PlanEdit(annual=0, until=TERM)


def test_the_company_is_saved_without_a_date(dialog: EditDialog) -> None:
    dialog.open_at("profile")
    dialog.profile.destinations.setText("Germany, gb")
    dialog.start.choice.setCurrentIndex(1)
    profile = Profile("Acme", PROFILE.address, ("DE", "GB"), True, PROFILE.renews)
    assert dialog.edit == PlanEdit(profile=profile)


def test_what_is_no_country_is_named(dialog: EditDialog) -> None:
    dialog.profile.destinations.setText("Germany, Atlantis")
    assert dialog.profile._unknown.text() == "Not known as a country: Atlantis"
    assert not save(dialog).isEnabled()


def test_contract_prices_are_read_with_a_comma_too(dialog: EditDialog) -> None:
    dialog.contract.prices[3].setText("0,0140")
    edit = dialog.edit
    assert edit.contract is not None
    assert edit.contract.sms_segment == Money(Decimal("0.0140"), "USD")
    dialog.contract.prices[3].setText("much")
    assert not save(dialog).isEnabled()


def test_a_pause_asks_for_a_preview_of_what_stands_there(qtbot: QtBot, dialog: EditDialog) -> None:
    with qtbot.waitSignal(dialog.previewed) as asked:
        dialog.plans.seats.committed.setValue(2)
    assert asked.args == [PlanEdit(committed=2)]


def test_a_preview_that_comes_late_is_not_shown(dialog: EditDialog, words: Words) -> None:
    dialog.show_preview(PlanEdit(committed=9), unseen(words, "of another edit"))
    assert "of another edit" not in dialog.preview.text


def test_a_refusal_keeps_what_was_typed(dialog: EditDialog) -> None:
    dialog.plans.seats.committed.setValue(2)
    dialog.show_saving()
    assert not save(dialog).isEnabled()
    dialog.show_refused("Somebody else changed the plan meanwhile. Look at it again.")
    assert (dialog.plans.seats.committed.value(), save(dialog).isEnabled()) == (2, True)


def test_a_plan_of_a_file_is_offered_and_chosen(dialog: EditDialog, words: Words) -> None:
    dialog.add_plan(own_option(words, plan_named("hubspot-free")))
    assert dialog.plans.calls.currentText().endswith("(from a file)")
    assert dialog.edit.calls == plan_named("hubspot-free")


def test_a_low_dialog_scrolls_and_keeps_its_buttons(qtbot: QtBot, first: EditDialog) -> None:
    choose(first, calls="hubspot-professional", texts="aircall-us-ca")
    first.resize(400, 300)
    qtbot.waitUntil(lambda: first._area.verticalScrollBar().maximum() > 0)
    assert first.rect().contains(save(first).geometry())
    assert first._inside.width() <= first._area.viewport().width()


def test_every_field_has_a_name(dialog: EditDialog) -> None:
    plans, profile = dialog.plans, dialog.profile
    fields = (plans.calls, plans.texts, plans.zone, plans.anchor, plans.seats.until,
              profile.name, profile.country, profile.renews, dialog.start.day,
              *dialog.contract.prices)  # fmt: skip
    assert all(field.accessibleName() for field in fields)


def test_a_dialog_without_changes_closes_at_once(dialog: EditDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_changes_are_asked_about_before_they_are_lost(dialog: EditDialog) -> None:
    dialog.plans.seats.committed.setValue(2)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QTest.keyClick(child(dialog, QMessageBox), Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.edit) == (True, PlanEdit(committed=2))


def test_changes_can_be_given_up_when_the_dialog_is_closed(dialog: EditDialog) -> None:
    dialog.plans.seats.committed.setValue(2)
    dialog.close()
    assert dialog.isVisible()
    child(child(dialog, QMessageBox), QPushButton, "Close without saving").click()
    assert not dialog.isVisible()


def test_a_change_that_is_being_saved_is_not_asked_about(dialog: EditDialog) -> None:
    dialog.plans.seats.committed.setValue(2)
    dialog.show_saving()
    dialog.reject()
    assert not dialog.isVisible()
