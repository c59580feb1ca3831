"""Erasing in the real window: a contact from its receipt, old numbers, and what was broken off."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Open, desk_of
from tests.support.console import Console
from tests.support.widgets import child
from ui.desk.desk import Desk
from ui.erasing.asking import ContactDialog, KeepDialog
from ui.erasing.preview import PreviewDialog
from ui.widgets.choice import ChoiceBox

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]
_PATIENCE_MS = 60_000
_NUMBER = "+12125550123"


@pytest.fixture
def entry(console: Console, monkeypatch: pytest.MonkeyPatch) -> str:
    """A call of two minutes half a year ago, in a backup too; children have the window's clock."""
    monkeypatch.setenv("TALKTALLY_NOW", console.environ["TALKTALLY_NOW"])
    monkeypatch.setenv("TZ", "Europe/Berlin")
    console.done("plan", "use", "hubspot-professional")
    start = ("--start", "2026-04-01T09:00:00Z", "--seconds", "100")
    logged = console.done("log", "call", "--to", _NUMBER, *start, "--note", "Ada", "--json")
    console.done("backup")
    return str(logged.json["id"])


@pytest.fixture
def desk(qtbot: QtBot, open_window: Open, entry: str) -> Desk:
    desk = desk_of(open_window())
    if desk.figures.view is None:
        with qtbot.waitSignal(desk.figures.read, timeout=_PATIENCE_MS):
            pass
    return desk


def files_with(folder: Path, said: str) -> list[str]:
    return [path.name for path in folder.rglob("*") if said.encode() in _content(path)]


def _content(path: Path) -> bytes:
    """Read a file; one that was put away meanwhile says nothing."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except FileNotFoundError:
        return b""


def agree(qtbot: QtBot, desk: Desk) -> str:
    """Go through both steps of the preview, and wait for the sentence at the end."""
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(PreviewDialog)), timeout=_PATIENCE_MS)
    dialog = child(desk.window, PreviewDialog)
    child(dialog, QPushButton, "Erase…").click()
    with qtbot.waitSignal(desk.erasing.told, timeout=_PATIENCE_MS) as told:
        child(dialog, QPushButton, "Erase for good").click()
    child(desk.window, QMessageBox).accept()
    return str(told.args[0])


def test_a_contact_is_erased_from_its_receipt(
    qtbot: QtBot, desk: Desk, console: Console, entry: str
) -> None:
    desk.window.page.receipt_asked.emit(entry)
    qtbot.waitUntil(lambda: desk.window.shown_entry == entry, timeout=_PATIENCE_MS)
    child(desk.window, QPushButton, "Erase this contact…").click()
    assert agree(qtbot, desk) == "Erased from 1 entry; every total is as it was."
    assert files_with(console.folder, _NUMBER[2:]) == []
    assert console.done("verify", "--json").json == {
        "version": 1, "ok": True, "entries": 1, "differences": [],
    }  # fmt: skip


def test_a_contact_is_erased_by_name_or_number_beside_the_open_list(
    qtbot: QtBot, desk: Desk, console: Console
) -> None:
    desk.window.page_chosen.emit("activity")
    table = desk.window.activity().table
    qtbot.waitUntil(lambda: table.lines.rowCount() == 1, timeout=_PATIENCE_MS)
    desk.window.erasing_asked.emit("contact")
    asking = child(desk.window, ContactDialog)
    child(asking, QLineEdit).setText("212 555-0123")
    child(asking, QPushButton, "Look").click()
    assert agree(qtbot, desk) == "Erased from 1 entry; every total is as it was."
    assert files_with(console.folder, _NUMBER[2:]) == []


def test_numbers_are_kept_for_as_long_as_is_chosen(
    qtbot: QtBot, desk: Desk, console: Console
) -> None:
    desk.window.erasing_asked.emit("keep")
    keeping = child(desk.window, KeepDialog)
    child(keeping, ChoiceBox).setCurrentText("6 months")
    child(keeping, QPushButton, "Continue…").click()
    assert agree(qtbot, desk) == "Erased from 1 entry; every total is as it was."
    assert '"keep_numbers_months": 6' in (console.folder / "settings.json").read_text()
    assert files_with(console.folder, _NUMBER[2:]) == []


def test_each_day_what_has_grown_old_goes_by_itself(
    qtbot: QtBot, desk: Desk, console: Console
) -> None:
    desk._preferences.keep_numbers(6)
    with qtbot.waitSignal(desk.erasing.erased, timeout=_PATIENCE_MS):
        desk.erasing.look()
    assert files_with(console.folder, _NUMBER[2:]) == []
    desk.erasing.look()
    assert desk.erasing._child is None  # until tomorrow


def test_what_was_broken_off_is_finished_by_the_next_window(
    qtbot: QtBot, desk: Desk, console: Console
) -> None:
    order = {"typed": _NUMBER, "process": 4_194_305}
    (console.folder / "erasing.json").write_text(json.dumps(order))
    desk.erasing.look()
    qtbot.waitUntil(lambda: desk.erasing._child is None, timeout=_PATIENCE_MS)
    assert not (console.folder / "erasing.json").exists()
    assert files_with(console.folder, _NUMBER[2:]) == []


def test_a_contact_can_be_erased_from_the_list(qtbot: QtBot, desk: Desk, console: Console) -> None:
    desk.window.page_chosen.emit("activity")
    page = desk.window.activity()
    qtbot.waitUntil(lambda: page.table.lines.rowCount() == 1, timeout=_PATIENCE_MS)
    page.table.selectRow(0)
    page.action_asked.emit("erase")
    assert agree(qtbot, desk) == "Erased from 1 entry; every total is as it was."
    assert files_with(console.folder, _NUMBER[2:]) == []


def test_a_name_that_nobody_has_erases_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.erasing.of("Nobody at all")
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(PreviewDialog)), timeout=_PATIENCE_MS)
    dialog = child(desk.window, PreviewDialog)
    assert not child(dialog, QPushButton, "Close").isHidden()
    dialog.reject()
