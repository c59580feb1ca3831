"""Possible duplicates in the real window: the quiet row, the page, two answers, the way back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.console import Console
from tests.support.records import call, lines
from tests.support.widgets import child
from ui.desk.desk import Desk
from ui.duplicates.dialog import DuplicatesDialog

pytestmark = pytest.mark.journey


def _doubted(console: Console, folder: Path) -> None:
    """Import two redials as two sources report them."""
    entries = [
        call(number, far="+12125550123", provider=provider)
        for provider in ("twilio", "microsip")
        for number in (1, 2)
    ]
    console.done("plan", "use", "hubspot-professional")
    console.done("import", lines(folder / "calls.jsonl", entries))


def _left(opened: Desk) -> int:
    view = opened.figures.view
    return view.status.meters[0].remaining if view and view.status.meters else -1


def _press(qtbot: QtBot, dialog: DuplicatesDialog, name: str) -> None:
    """Press a button once it can be pressed."""

    def shown() -> list[QPushButton]:
        every = (each for each in dialog.findChildren(QPushButton) if each.text() == name)
        return [each for each in every if each.isVisible() and each.isEnabled()]

    qtbot.waitUntil(lambda: bool(shown()))
    QTest.mouseClick(shown()[0], Qt.MouseButton.LeftButton)


def _page(qtbot: QtBot, opened: Desk) -> DuplicatesDialog:
    qtbot.waitUntil(opened.duplicates.row.isVisible)
    QTest.mouseClick(child(opened.duplicates.row, QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened.window.findChildren(DuplicatesDialog)))
    (dialog,) = opened.window.findChildren(DuplicatesDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_a_pair_is_parted_and_put_together_again(
    qtbot: QtBot, opened: Desk, console: Console, tmp_path: Path
) -> None:
    _doubted(console, tmp_path)
    dialog = _page(qtbot, opened)
    qtbot.waitUntil(lambda: _left(opened) == 1998)
    _press(qtbot, dialog, "The same call")
    qtbot.waitUntil(lambda: not opened.duplicates.row.isVisible())
    assert _left(opened) == 1998
    _press(qtbot, dialog, "Undo")
    qtbot.waitUntil(opened.duplicates.row.isVisible)
    assert console.done("verify", "--json").json["ok"] is True


def test_all_alike_are_decided_by_keyboard(
    qtbot: QtBot, opened: Desk, console: Console, tmp_path: Path
) -> None:
    _doubted(console, tmp_path)
    dialog = _page(qtbot, opened)
    focused = QApplication.focusWidget() or child(dialog, QPushButton, "The same call")
    QTest.keyClick(focused, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: not opened.duplicates.row.isVisible())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_every_call_can_be_looked_at_again(
    qtbot: QtBot, opened: Desk, console: Console, tmp_path: Path
) -> None:
    _doubted(console, tmp_path)
    dialog = _page(qtbot, opened)
    with qtbot.waitSignal(opened.duplicates.changed):
        _press(qtbot, dialog, "Look again")
    qtbot.waitUntil(child(dialog, QPushButton, "Look again").isEnabled)


def test_a_receipt_parts_its_entry_from_the_other(
    qtbot: QtBot, opened: Desk, console: Console, tmp_path: Path
) -> None:
    _doubted(console, tmp_path)
    qtbot.waitUntil(opened.duplicates.row.isVisible)
    pair = console.done("duplicates", "--json").json["pairs"][0]
    with qtbot.waitSignal(opened.duplicates.changed):
        opened.window.action_asked.emit(f"apart:{pair['copy']['entry']}", pair["kept"]["entry"])
    assert console.done("verify", "--json").json["ok"] is True
