"""A file that nobody knows: the window asks what its columns mean, and then reads it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.support.console import Console
from tests.support.widgets import child
from ui.desk.desk import Desk
from ui.mapping.dialog import MappingDialog

pytestmark = pytest.mark.journey

TABLE = "Wann;Ziel;Dauer\n2026-11-02 15:04;+14155550123;61\n2026-11-02 16:04;+14155550124;tall\n"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "anlage.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_an_unknown_file_is_explained_once_and_then_known(
    qtbot: QtBot, opened: Desk, console: Console, export: Path
) -> None:
    opened.imports.bring_in([export])
    asked = "Say what the columns mean…"
    qtbot.waitUntil(lambda: opened.imports.unknown == export)
    child(opened.window.import_row, QPushButton, asked).click()
    dialog = _dialog(qtbot, opened)
    save = child(dialog, QPushButton, "Keep and import")
    qtbot.waitUntil(save.isEnabled)
    save.click()
    _imported(qtbot, opened, "anlage.csv: 1 new entry.")
    opened.imports.bring_in([export])
    _imported(qtbot, opened, "anlage.csv: 0 new entries.")
    assert console.done("mapping", "list").out == "anlage (calls)\n"


def test_a_file_that_cannot_be_looked_at_says_why(
    qtbot: QtBot, opened: Desk, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    with qtbot.waitSignal(opened.mappings.failed) as failed:
        opened.mappings.ask(empty)
    assert "is empty" in str(failed.args[0])


def test_thinking_better_of_it_keeps_nothing(
    qtbot: QtBot, opened: Desk, console: Console, export: Path
) -> None:
    opened.mappings.ask(export)
    child(_dialog(qtbot, opened), QPushButton, "Cancel").click()
    assert console.done("mapping", "list").out == "No mapping is kept yet.\n"
    opened.mappings.ask(export)
    _dialog(qtbot, opened).reject()


def _dialog(qtbot: QtBot, desk: Desk) -> MappingDialog:
    qtbot.waitUntil(lambda: _open(desk) is not None)
    found = _open(desk)
    assert found is not None
    return found


def _open(desk: Desk) -> MappingDialog | None:
    dialogs = desk.window.findChildren(MappingDialog)
    return next((dialog for dialog in dialogs if dialog.isVisible()), None)


def _imported(qtbot: QtBot, desk: Desk, title: str) -> None:
    def shown() -> bool:
        row = desk.imports.row
        return row is not None and row.title == title

    qtbot.waitUntil(shown)
