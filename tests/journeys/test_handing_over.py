"""A number goes on to the phone app: by the button, by keys, at once, and never in a circle."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import HandClock, Open, desk_of
from tests.support.console import Console
from tests.support.ledgers import at
from tests.support.phone_app import PhoneApp
from tests.support.widgets import child
from ui.desk.arriving import arrive
from ui.desk.desk import Desk
from ui.dial.page import DialPage
from ui.dial.rows import DialRow
from ui.widgets.switch import SwitchBox

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="starts a script"),
]
NUMBER, LINK = "+14155550188", "tel:+1-415-555-0188;ext=12"
PATIENCE_MS = 30_000


@dataclass
class Seat:
    """A window whose dialling goes to a program that writes down what it was given."""

    qtbot: QtBot
    desk: Desk
    phone: PhoneApp

    @property
    def page(self) -> DialPage:
        return self.desk.dial.page

    def told(self) -> str:
        return self.page._handed.text

    def sees(self, told: str) -> None:
        self.qtbot.waitUntil(lambda: told in self.told(), timeout=PATIENCE_MS)

    def sees_card(self) -> None:
        self.qtbot.waitUntil(
            lambda: any(row.isVisible() for row in self.page.findChildren(DialRow)),
            timeout=PATIENCE_MS,
        )

    def button(self, text: str) -> QPushButton:
        self.qtbot.waitUntil(lambda: bool(self.texts(text)), timeout=PATIENCE_MS)
        return child(self.page, QPushButton, text)

    def texts(self, text: str) -> list[str]:
        shown = [each for each in self.page.findChildren(QPushButton) if each.isVisible()]
        return [each.text() for each in shown if each.text() == text]

    def dialled(self, number_of_calls: int = 1) -> list[list[str]]:
        self.qtbot.waitUntil(lambda: len(self.phone.calls) >= number_of_calls, timeout=PATIENCE_MS)
        for process in self.desk.dial.calling._starter._begun:  # type: ignore[union-attr]  # it was started
            os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
        return [call["argv"] for call in self.phone.calls]


@pytest.fixture
def phone(tmp_path: Path) -> PhoneApp:
    return PhoneApp(tmp_path / "phone")


@pytest.fixture
def planned(console: Console) -> Console:
    """Nine calls of six minutes with one number in a plan of 500 minutes."""
    console.done("plan", "use", "hubspot-starter")
    for day in range(2, 11):
        console.done("log", "call", "--to", NUMBER, "--start", f"2026-11-{day:02}T09:00:00Z",
                     "--seconds", "330")  # fmt: skip
    return console


@pytest.fixture
def seat(
    qtbot: QtBot, open_window: Open, planned: Console, folder: Path, phone: PhoneApp
) -> Callable[..., Seat]:
    """Opens the window with somebody who dials."""

    def open_(dialler: str = "", *, at_once: bool = False) -> Seat:
        chosen = {"dialler": dialler or f"'{phone.program}' {{number}} {{link}}",
                  "at_once": at_once}  # fmt: skip
        settings = {"welcomed": True, "phone": chosen}
        (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        return Seat(qtbot, desk_of(open_window()), phone)

    return open_


def test_a_clicked_number_is_shown_and_goes_on_as_it_came(seat: Callable[..., Seat]) -> None:
    opened = seat()
    arrive(opened.desk, (LINK,))
    opened.sees_card()
    assert opened.phone.calls == []
    opened.button("Call with softphone").click()
    opened.sees("Handed to softphone.")
    assert opened.dialled() == [[NUMBER, LINK]]
    assert opened.desk.pages.front == "dial"


def test_enter_looks_and_ctrl_enter_calls(seat: Callable[..., Seat]) -> None:
    opened = seat()
    opened.desk.window.page_chosen.emit("dial")
    field = child(opened.page, QLineEdit)
    QTest.keyClicks(field, "(415) 555-0188")
    QTest.keyClick(field, Qt.Key.Key_Return)
    opened.sees_card()
    assert opened.phone.calls == []
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.dialled() == [[NUMBER, f"tel:{NUMBER}"]]


def test_ctrl_enter_looks_first_at_what_was_just_typed(seat: Callable[..., Seat]) -> None:
    opened = seat()
    opened.desk.window.page_chosen.emit("dial")
    field = child(opened.page, QLineEdit)
    QTest.keyClicks(field, NUMBER)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.sees_card()
    assert opened.phone.calls == []


def test_typing_another_number_takes_the_sentence_and_the_link_away(
    seat: Callable[..., Seat],
) -> None:
    opened = seat()
    arrive(opened.desk, (LINK,))
    opened.button("Call with softphone").click()
    opened.sees("Handed to softphone.")
    child(opened.page, QLineEdit).setText("+14155550100")
    assert opened.told() == ""
    opened.qtbot.waitUntil(lambda: opened.desk.dial._looked == "+14155550100", timeout=PATIENCE_MS)
    opened.button("Call with softphone").click()
    assert opened.dialled(2)[1] == ["+14155550100", "tel:+14155550100"]


@pytest.mark.parametrize("link", ["tel:112", "tel:911", "tel:110;phone-context=+49"])
def test_an_emergency_number_goes_on_before_anything_is_looked_up(
    seat: Callable[..., Seat], link: str
) -> None:
    opened = seat()
    arrive(opened.desk, (link,))
    assert opened.told() == "Handed to softphone."
    assert opened.dialled()[0][1] == link


@pytest.mark.parametrize(
    "link", ["sip:jana@pbx.example.com", "tel:*31%234155550188", "tel:1-800-FLOWERS"]
)
def test_what_nobody_can_read_is_shown_and_goes_on_as_it_came(
    seat: Callable[..., Seat], link: str
) -> None:
    opened = seat(at_once=True)
    arrive(opened.desk, (link,))
    opened.button("Call with softphone").click()
    assert opened.dialled()[0][1] == link


def test_at_once_an_included_number_goes_on_without_a_question(
    seat: Callable[..., Seat], clock: HandClock
) -> None:
    clock.at = at("2026-11-21 18:05")  # ten in the morning there
    opened = seat(at_once=True)
    arrive(opened.desk, (LINK,))
    opened.sees("Handed to softphone without a question.")
    assert opened.dialled() == [[NUMBER, LINK]]


def test_at_once_nobody_is_woken_up(seat: Callable[..., Seat]) -> None:
    opened = seat(at_once=True)  # five in the morning there
    arrive(opened.desk, (LINK,))
    opened.sees_card()
    opened.button("Call with softphone")
    assert (opened.told(), opened.phone.calls) == ("", [])


def test_at_once_a_typed_number_waits_for_its_person(
    seat: Callable[..., Seat], clock: HandClock
) -> None:
    clock.at = at("2026-11-21 18:05")
    opened = seat(at_once=True)
    opened.desk.dial.look_at(NUMBER)
    opened.button("Call with softphone")
    assert opened.phone.calls == []


def test_a_blocked_call_is_a_warning_and_no_lock(
    seat: Callable[..., Seat], planned: Console
) -> None:
    planned.done("log", "call", "--to", "+12125550123", "--start", "2026-11-20T09:00:00Z",
                 "--seconds", "31000")  # fmt: skip
    opened = seat(at_once=True)
    arrive(opened.desk, (LINK,))
    anyway = opened.button("Call anyway with softphone")
    assert anyway.property("part") != "main"
    anyway.click()
    assert opened.dialled() == [[NUMBER, LINK]]


def test_a_link_that_comes_back_is_shown_and_goes_nowhere(
    seat: Callable[..., Seat], clock: HandClock
) -> None:
    clock.at = at("2026-11-21 18:05")
    opened = seat(at_once=True)
    arrive(opened.desk, (LINK,))
    assert len(opened.dialled()) == 1
    arrive(opened.desk, (LINK,))
    opened.sees("sent this link back, so nothing was dialled")
    arrive(opened.desk, ("--sent-back", "sip:+14155550188@pbx.example.com"))
    opened.sees("sent this link back, so nothing was dialled")
    opened.sees_card()
    assert len(opened.phone.calls) == 1


def test_an_emergency_number_that_comes_back_goes_nowhere(seat: Callable[..., Seat]) -> None:
    opened = seat()
    arrive(opened.desk, ("tel:112",))
    assert len(opened.dialled()) == 1
    arrive(opened.desk, ("--sent-back", "tel:112"))
    opened.sees("sent this link back")
    assert len(opened.phone.calls) == 1


def test_the_palette_calls_a_number_that_is_included(seat: Callable[..., Seat]) -> None:
    opened = seat()
    opened.desk.palette.phone_asked.emit("(415) 555-0188")
    opened.sees("Handed to softphone")
    assert opened.dialled() == [[NUMBER, f"tel:{NUMBER}"]]


def test_without_anybody_who_dials_the_page_leads_to_the_choice(
    qtbot: QtBot, planned: Console, opened: Desk
) -> None:
    seat = Seat(qtbot, opened, PhoneApp(planned.folder / "unused"))
    arrive(opened, (LINK,))
    seat.button("Choose who dials…").click()
    assert opened.pages.front == "settings"
    focused = opened.window.focusWidget()
    assert focused is not None
    assert "Who dials" in focused.accessibleName()


def test_a_program_that_does_not_start_is_told(seat: Callable[..., Seat]) -> None:
    opened = seat()
    opened.phone.program.unlink()
    arrive(opened.desk, ("tel:112",))
    opened.sees("softphone did not start")


def test_links_are_taken_and_given_back_by_a_switch(qtbot: QtBot, opened: Desk) -> None:
    opened.window.page_chosen.emit("settings")

    def note() -> str:
        row = opened.settings.page.row("dialling.links")
        return row.control.stop.accessibleDescription()

    def sees(told: str) -> None:
        def shows() -> bool:
            try:
                return told in note()
            except KeyError:  # before it was read who opens them
                return False

        qtbot.waitUntil(shows, timeout=PATIENCE_MS)

    sees("open nothing now")
    child(opened.settings.page.row("dialling.links"), SwitchBox).click()
    sees("open Talktally.")
    child(opened.settings.page.row("dialling.links"), SwitchBox).click()
    sees("open nothing now")
