"""Safe keeping in the real window: a backup, back to it, to another folder, and the doctor."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.ledger.backups.copies import backups
from app.machine.paths import data_folder
from tests.journeys.conftest import Open, desk_of
from tests.support.console import Console
from tests.support.widgets import child
from ui.desk.desk import Desk
from ui.keeping.checkup import CheckupDialog
from ui.keeping.restore import RestoreDialog

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]
_PATIENCE_MS = 60_000


@pytest.fixture
def desk(console: Console, opened: Desk) -> Desk:
    """The window on a ledger with one call of a minute."""
    console.done("plan", "use", "hubspot-professional")
    console.done("log", "call", "--seconds", "60")
    return opened


def told(qtbot: QtBot, desk: Desk, key: str) -> str:
    """Choose a line of a menu and wait for the sentence at its end."""
    with qtbot.waitSignal(desk.keeping.told, timeout=_PATIENCE_MS) as sentence:
        desk.window.keeping_asked.emit(key)
    child(desk.window, QMessageBox).accept()
    return str(sentence.args[0])


def minutes_left(desk: Desk) -> int:
    view = desk.figures.view
    return view.status.meters[0].remaining if view and view.status.meters else -1


def restore(qtbot: QtBot, desk: Desk) -> str:
    desk.window.keeping_asked.emit("restore")
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(RestoreDialog)), timeout=_PATIENCE_MS)
    dialog = child(desk.window, RestoreDialog)
    with qtbot.waitSignal(desk.keeping.told, timeout=_PATIENCE_MS) as sentence:
        child(dialog, QPushButton, "Restore").click()
    child(desk.window, QMessageBox).accept()
    return str(sentence.args[0])


def test_a_backup_brings_its_figures_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Desk, console: Console
) -> None:
    assert told(qtbot, desk, "backup").startswith("1 entry copied and checked")
    (backup,) = backups(console.folder)
    console.done("log", "call", "--seconds", "600")
    qtbot.waitUntil(lambda: minutes_left(desk) == 1989, timeout=_PATIENCE_MS)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(backup), ""))
    assert restore(qtbot, desk).startswith("The backup is the ledger now. The ledger before")
    qtbot.waitUntil(lambda: minutes_left(desk) == 1999, timeout=_PATIENCE_MS)


def test_a_destroyed_ledger_is_restored_from_the_box_that_tells_of_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, console: Console, open_window: Open
) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done("log", "call", "--seconds", "60")
    console.done("backup")
    (backup,) = backups(console.folder)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(backup), ""))
    for end in ("", "-wal", "-shm"):
        (console.folder / f"ledger.db{end}").unlink(missing_ok=True)
    (console.folder / "ledger.db").write_bytes(b"no ledger at all" * 1_000)
    desk = desk_of(open_window())
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(QMessageBox)), timeout=_PATIENCE_MS)
    child(desk.window, QPushButton, "Restore…").click()
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(RestoreDialog)), timeout=_PATIENCE_MS)
    child(child(desk.window, RestoreDialog), QPushButton, "Restore").click()
    qtbot.waitUntil(lambda: minutes_left(desk) == 1999, timeout=_PATIENCE_MS)


def test_the_window_goes_on_in_the_folder_it_moved_to(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Desk, console: Console, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    new.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(new))
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "question", lambda *_: yes)
    assert str(new) in told(qtbot, desk, "move")
    assert data_folder(str(console.folder), {}) == new
    Console(new, console.environ).done("log", "call", "--seconds", "600")
    qtbot.waitUntil(lambda: minutes_left(desk) == 1989, timeout=_PATIENCE_MS)
    assert [path.name for path in console.folder.iterdir()] == ["moved-to"]


def test_the_doctor_shows_what_its_bundle_will_hold(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Desk, tmp_path: Path
) -> None:
    bundle = tmp_path / "report.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(bundle), ""))
    desk.window.keeping_asked.emit("doctor")
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(CheckupDialog)), timeout=_PATIENCE_MS)
    dialog = child(desk.window, CheckupDialog)
    with qtbot.waitSignal(desk.keeping.told, timeout=_PATIENCE_MS):
        child(dialog, QPushButton, "Save bundle…").click()
    child(desk.window, QMessageBox).accept()
    with zipfile.ZipFile(bundle) as packed:
        shown = packed.read("report.txt").decode()
    assert shown.splitlines()[0] == child(dialog, QPlainTextEdit).toPlainText().splitlines()[0]
    dialog.accept()


def test_a_backup_that_is_due_is_made_by_itself(qtbot: QtBot, desk: Desk, console: Console) -> None:
    desk.schedule.look()
    qtbot.waitUntil(lambda: bool(backups(console.folder)), timeout=_PATIENCE_MS)
    qtbot.waitUntil(lambda: desk.schedule._child is None, timeout=_PATIENCE_MS)
    desk.schedule.look()
    assert len(backups(console.folder)) == 1


def test_an_answer_of_no_changes_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Desk, console: Console
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    for key in ("restore", "move"):
        with qtbot.assertNotEmitted(desk.keeping.told):
            desk.window.keeping_asked.emit(key)
    assert console.done("verify", "--json").json["entries"] == 1
