"""Before a call: a number typed, pasted or handed over, and the call begun from there."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import HandClock
from tests.journeys.resting import rest
from tests.support.console import Console
from tests.support.ledgers import at
from tests.support.looking import name_of, walk
from tests.support.widgets import child
from ui.desk.desk import Desk
from ui.dial.page import DialPage
from ui.dial.rows import DialRow

pytestmark = pytest.mark.journey

NUMBER = "+14155550188"


def shown_rows(page: DialPage) -> list[str]:
    return [row.accessibleName() for row in page.findChildren(DialRow) if row.isVisible()]


def wait_for_card(qtbot: QtBot, desk: Desk) -> DialPage:
    page = desk.dial.page
    qtbot.waitUntil(lambda: bool(shown_rows(page)))
    return page


@pytest.fixture
def planned(console: Console) -> Console:
    """Nine calls of six minutes with one number in a plan of 500 minutes."""
    console.done("plan", "use", "hubspot-starter")
    for day in range(2, 11):
        console.done("log", "call", "--to", NUMBER, "--start", f"2026-11-{day:02}T09:00:00Z",
                     "--seconds", "330")  # fmt: skip
    return console


def test_the_page_opens_with_the_keyboard_in_its_field(opened: Desk) -> None:
    opened.window.page_chosen.emit("dial")
    field = child(opened.dial.page, QLineEdit)
    assert opened.window.focusWidget() is field
    assert "Type or paste a number" in field.accessibleDescription()


def test_a_typed_number_shows_what_a_usual_call_would_leave(
    qtbot: QtBot, planned: Console, opened: Desk
) -> None:
    opened.window.page_chosen.emit("dial")
    QTest.keyClicks(child(opened.dial.page, QLineEdit), "(415) 555-0188")
    rows = shown_rows(wait_for_card(qtbot, opened))
    assert rows == [
        "San Francisco, CA, United States: 05:05 there · night there",
        "Usually: 6 min, 9 calls",
        "Browser: about 6 min · 440 min left after",
        "From phone, two legs: about 12 min · 434 min left after",
        "If it runs past the limit: this call may finish",
    ]


def test_a_number_handed_over_comes_to_the_front(
    qtbot: QtBot, planned: Console, opened: Desk
) -> None:
    opened.dial.look_at(NUMBER)
    wait_for_card(qtbot, opened)
    assert opened.pages.front == "dial"


def test_a_call_begun_from_the_card_is_followed_on_the_overview(
    qtbot: QtBot, planned: Console, clock: HandClock, opened: Desk
) -> None:
    opened.dial.look_at(NUMBER)
    page = wait_for_card(qtbot, opened)
    child(page, QPushButton, "I’m on it from my phone").click()
    qtbot.waitUntil(lambda: bool(opened.figures.view and opened.figures.view.state.live))
    assert opened.pages.front == "overview"
    clock.at = at("2026-11-21 13:07")
    view = opened.figures.view
    assert view is not None
    assert "phone, two legs" in view.state.live[0].how


def test_the_number_is_copied_in_one_form(qtbot: QtBot, planned: Console, opened: Desk) -> None:
    opened.dial.look_at("tel:+1-415-555-0188")
    child(wait_for_card(qtbot, opened), QPushButton, "Copy number").click()
    assert QApplication.clipboard().text() == NUMBER


@pytest.mark.parametrize(
    ("written", "told"),
    [("911", "short or emergency number"), ("jana@example.com", "e-mail"), ("1" * 90, "too long")],
)
def test_what_is_no_number_is_told_and_shows_no_card(
    qtbot: QtBot, opened: Desk, written: str, told: str
) -> None:
    opened.dial.look_at(written)
    field = child(opened.dial.page, QLineEdit)
    qtbot.waitUntil(lambda: told in field.accessibleDescription())
    assert shown_rows(opened.dial.page) == []


def test_a_call_recorded_meanwhile_changes_the_card(
    qtbot: QtBot, planned: Console, opened: Desk
) -> None:
    opened.dial.look_at(NUMBER)
    page = wait_for_card(qtbot, opened)
    planned.done("log", "call", "--to", NUMBER, "--start", "2026-11-20T09:00:00Z",
                 "--seconds", "330")  # fmt: skip
    qtbot.waitUntil(lambda: "Usually: 6 min, 10 calls" in shown_rows(page))


def test_an_answer_for_a_number_that_was_changed_is_dropped(
    qtbot: QtBot, planned: Console, opened: Desk
) -> None:
    opened.dial.look_at(NUMBER)
    child(opened.dial.page, QLineEdit).clear()
    rest(qtbot, opened)
    assert shown_rows(opened.dial.page) == []


def test_every_part_of_the_page_is_reached_and_named(
    qtbot: QtBot, planned: Console, opened: Desk
) -> None:
    opened.dial.look_at(NUMBER)
    page = wait_for_card(qtbot, opened)
    reached = [each for each in walk(child(page, QLineEdit)) if page.isAncestorOf(each)]
    assert [name_of(each) for each in reached] == [
        "Number to call", "Choose who dials…", "I’m on this call", "I’m on it from my phone",
        "Copy number", "Last calls with this number",
    ]  # fmt: skip


def test_without_a_plan_the_card_leads_to_one(qtbot: QtBot, opened: Desk) -> None:
    opened.window.plan_asked.disconnect()  # or its dialog would open
    opened.dial.look_at(NUMBER)
    page = wait_for_card(qtbot, opened)
    with qtbot.waitSignal(opened.window.plan_asked):
        child(page, QPushButton, "Choose a plan…").click()
