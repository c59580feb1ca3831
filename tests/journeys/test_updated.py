"""An update under the open window: told once it stands, started anew when its person wants it."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.machine.updated_program import ProgramFile
from tests.journeys.conftest import OpenOf, desk_of
from tests.journeys.seat import Seat
from tests.support.console import Console
from ui.opening import Opening

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("memory_keyring")]
TOLD = "Talktally was updated. Start it again to use the new version."


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a program that is installed; returns its file."""
    program = tmp_path / "app" / "talktally"
    program.parent.mkdir()
    program.write_bytes(b"version 1")
    return program


@pytest.fixture
def opening(open_window_of: OpenOf, folder: Path, program: Path) -> Opening:
    opening = open_window_of(folder)
    desk_of(opening).updated.program = ProgramFile(program)
    return opening


@pytest.fixture
def seat(qtbot: QtBot, opening: Opening) -> Seat:
    return Seat(qtbot, desk_of(opening))


def update(program: Path) -> None:
    """Replace the program as packages do."""
    new = program.with_name("new")
    new.write_bytes(b"another version")
    new.replace(program)


def test_a_program_that_was_not_touched_says_nothing(seat: Seat) -> None:
    seat.desk.updated.look()
    seat.desk.updated.look()
    assert TOLD not in seat.read()


def test_an_update_is_told_and_started_by_its_button(
    qtbot: QtBot, seat: Seat, opening: Opening, program: Path
) -> None:
    update(program)
    seat.desk.updated.look()
    seat.sees(TOLD)
    with qtbot.waitSignal(opening.closed):
        seat.press("Start again")
    assert opening.starts_again


def test_the_button_is_reached_by_the_keyboard_and_says_what_it_is_about(
    qtbot: QtBot, seat: Seat, opening: Opening, program: Path
) -> None:
    update(program)
    seat.desk.updated.look()
    seat.sees(TOLD)
    button = next(each for each in seat.window.page.findChildren(QPushButton)
                  if each.text() == "Start again")  # fmt: skip
    assert button.accessibleDescription() == "Talktally was updated."
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus()
    with qtbot.waitSignal(opening.closed):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_who_comes_back_to_the_window_is_told(seat: Seat, program: Path) -> None:
    update(program)
    seat.desk.updated._on_state(Qt.ApplicationState.ApplicationActive)
    seat.sees(TOLD)


def test_a_minute_that_begins_tells_it_too(seat: Seat, program: Path, console: Console) -> None:
    update(program)
    seat.desk.figures.refresh()
    seat.sees(TOLD)


def test_a_version_that_is_taken_back_is_told_no_longer(seat: Seat, program: Path) -> None:
    before = program.stat()
    update(program)
    seat.desk.updated.look()
    seat.sees(TOLD)
    program.write_bytes(b"version 1")
    os.utime(program, ns=(before.st_atime_ns, before.st_mtime_ns))
    seat.desk.updated.look()
    assert TOLD not in seat.read()


def test_a_call_is_not_disturbed(seat: Seat, program: Path, console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done("hook", "start", "--id", "a", "--number", "+14155550188")
    seat.wait(lambda: seat.desk.figures.view and seat.desk.figures.view.status.live)
    update(program)
    seat.desk.updated.look()
    seat.wait(lambda: seat.desk.updated.is_told)
    assert TOLD not in seat.read()
    console.done("hook", "end", "--id", "a")
    seat.sees(TOLD)


def test_it_is_told_in_german(seat: Seat, program: Path) -> None:
    update(program)
    seat.desk.updated.look()
    seat.window.language_chosen.emit("de")
    seat.sees("Talktally wurde aktualisiert. Für die neue Version neu starten.")


def test_from_source_no_change_of_a_file_is_an_update(
    qtbot: QtBot, open_window_of: OpenOf, folder: Path
) -> None:
    seat = Seat(qtbot, desk_of(open_window_of(folder)))
    assert not getattr(sys, "frozen", False)
    assert seat.desk.updated.program.look() == (False, False)
