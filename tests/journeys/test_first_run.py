"""The first steps in the real window: to a plan and an import by the keyboard alone, once."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.machine.settings import load_settings
from tests.journeys.conftest import Open, desk_of
from tests.journeys.seat import Seat
from tests.support.console import Console
from ui.desk.desk import Desk
from ui.first_run.page import FirstRunPage
from ui.widgets.tick import TickBox

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("memory_keyring")]
Key = Qt.Key
NewWindow = Callable[[], "Newcomer"]


class Newcomer(Seat):
    """A person who has never seen the window, and has a keyboard alone."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        super().__init__(qtbot, desk)
        with qtbot.waitActive(self.window.window()):
            self.window.window().activateWindow()

    @property
    def page(self) -> FirstRunPage:
        return self.window.first_run_page()

    def is_asked(self) -> bool:
        return self.desk.pages.front == "first_run"

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until something of this name has the keyboard."""
        for _ in range(60):
            # The stubs leave out that nothing may have the keyboard.
            focused = cast("QWidget | None", self.window.window().focusWidget())
            if focused is not None and _name(focused) == name:
                return focused
            QTest.keyClick(focused or self.window, Key.Key_Tab)
        message = f"no way by Tab to {name!r}"
        raise AssertionError(message)

    def press_key(self, name: str) -> None:
        QTest.keyClick(self.tab_to(name), Key.Key_Space)


def _name(widget: QWidget) -> str:
    if isinstance(widget, QPushButton | TickBox):
        return widget.text()
    return widget.accessibleName()


@pytest.fixture
def newcomer(qtbot: QtBot, folder: Path, open_window: Open) -> NewWindow:
    (folder / "settings.json").write_text("{}", encoding="utf-8")

    def come() -> Newcomer:
        return Newcomer(qtbot, desk_of(open_window()))

    return come


def test_by_keyboard_alone_to_a_plan_and_an_import(
    newcomer: NewWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = tmp_path / "calls.csv"
    calls.write_text(HUBSPOT, encoding="utf-8")
    seat = newcomer()
    monkeypatch.setattr(seat.desk._files, "which_to_read", lambda *_: (calls,))
    seat.wait(seat.is_asked)
    seat.press_key("HubSpot")
    seat.press_key("Next")
    seat.press_key("Import…")
    seat.sees("Calls and texts are here.")
    seat.press_key("Next")
    box = seat.tab_to("Plan for calls")
    assert isinstance(box, QComboBox)
    while box.currentText() != "HubSpot Professional":
        QTest.keyClick(box, Key.Key_Down)
    seat.press_key("Finish")
    seat.sees("HubSpot Professional")
    assert seat.desk.pages.front == "overview"
    assert load_settings(folder)[0].welcomed


def test_never_twice(newcomer: NewWindow) -> None:
    seat = newcomer()
    seat.wait(seat.is_asked)
    seat.press_key("Skip")
    seat.wait(lambda: seat.desk.pages.front == "overview")
    seat.window.window().close()
    again = newcomer()
    again.sees("Welcome to Talktally")
    assert not again.is_asked()


def test_a_ledger_in_use_is_not_welcomed(
    newcomer: NewWindow, console: Console, folder: Path
) -> None:
    console.done("plan", "use", "hubspot-professional")
    seat = newcomer()
    seat.wait(lambda: load_settings(folder)[0].welcomed)
    assert not seat.is_asked()


def test_closed_midway_it_goes_on_where_it_was_with_the_answers(newcomer: NewWindow) -> None:
    seat = newcomer()
    seat.wait(seat.is_asked)
    seat.press_key("Aircall")
    seat.press_key("Next")
    seat.window.window().close()
    again = newcomer()
    again.wait(again.is_asked)
    again.sees("Step 2 of 3")
    again.press_key("Back")
    ticked = [box.text() for box in again.page.findChildren(TickBox) if box.isChecked()]
    assert ticked == ["Aircall"]


def test_a_link_comes_first(newcomer: NewWindow) -> None:
    seat = newcomer()
    seat.desk.dial.look_at("+14155550188")
    seat.wait(lambda: seat.desk.first_run._due)
    assert seat.desk.pages.front == "dial"
    seat.window.page_chosen.emit("overview")
    assert seat.is_asked()


def test_the_other_language_keeps_the_answers(newcomer: NewWindow) -> None:
    seat = newcomer()
    seat.wait(seat.is_asked)
    seat.press_key("Twilio")
    seat.window.language_chosen.emit("de")
    seat.sees("Schritt 1 von 3")
    ticked = [box.text() for box in seat.page.findChildren(TickBox) if box.isChecked()]
    assert ticked == ["Twilio"]


def test_whoever_wants_no_tray_closes_the_window_for_good(
    newcomer: NewWindow, folder: Path
) -> None:
    seat = newcomer()
    seat.desk.first_run.has_tray = lambda: True
    seat.wait(seat.is_asked)
    seat.press_key("Next")
    seat.press_key("Next")
    seat.press_key("Stay in the tray when the window is closed")
    seat.press_key("Back")
    seat.press_key("Next")
    seat.press_key("Finish")
    seat.wait(lambda: not load_settings(folder)[0].close_to_tray)


HUBSPOT = """\
Call Title,Call duration,Activity date,Call direction,Call outcome,To Number,From Number,Record ID
Call with Ann,185000,2026-11-20 10:00,OUTBOUND,Connected,+12125550123,+14155550188,1001
"""
