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


def _press(dialog: DuplicatesDialog, name: str) -> None:
    QTest.mouseClick(child(dialog, QPushButton, name), Qt.MouseButton.LeftButton)


def _page(qtbot: QtBot, opened: Desk) -> DuplicatesDialog:
    qtbot.waitUntil(opened.duplicates.row.isVisible, timeout=20_000)
    QTest.mouseClick(child(opened.duplicates.row, QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened.window.findChildren(DuplicatesDialog)), timeout=20_000)
    (dialog,) = opened.window.findChildren(DuplicatesDialog)
    qtbot.waitUntil(dialog.isVisible, timeout=20_000)
    return dialog


def test_a_pair_is_parted_and_put_together_again(
    qtbot: QtBot, opened: Desk, console: Console, tmp_path: Path
) -> None:
    _doubted(console, tmp_path)
    dialog = _page(qtbot, opened)
    qtbot.waitUntil(lambda: _left(opened) == 1998, timeout=20_000)
    _press(dialog, "The same call")
    qtbot.waitUntil(lambda: not opened.duplicates.row.isVisible(), timeout=20_000)
    assert _left(opened) == 1998
    _press(dialog, "Undo")
    qtbot.waitUntil(opened.duplicates.row.isVisible, timeout=20_000)
    assert console.done("verify", "--json").json["ok"] is True


def test_all_alike_are_decided_by_keyboard(
    qtbot: QtBot, opened: Desk, console: Console, tmp_path: Path
) -> None:
    _doubted(console, tmp_path)
    dialog = _page(qtbot, opened)
    focused = QApplication.focusWidget() or child(dialog, QPushButton, "The same call")
    QTest.keyClick(focused, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: not opened.duplicates.row.isVisible(), timeout=20_000)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)


def test_every_call_can_be_looked_at_again(
    qtbot: QtBot, opened: Desk, console: Console, tmp_path: Path
) -> None:
    _doubted(console, tmp_path)
    dialog = _page(qtbot, opened)
    with qtbot.waitSignal(opened.duplicates.changed, timeout=30_000):
        _press(dialog, "Look again")
    qtbot.waitUntil(child(dialog, QPushButton, "Look again").isEnabled, timeout=20_000)


def test_a_receipt_parts_its_entry_from_the_other(
    qtbot: QtBot, opened: Desk, console: Console, tmp_path: Path
) -> None:
    _doubted(console, tmp_path)
    qtbot.waitUntil(opened.duplicates.row.isVisible, timeout=20_000)
    pair = console.done("duplicates", "--json").json["pairs"][0]
    with qtbot.waitSignal(opened.duplicates.changed, timeout=20_000):
        opened.window.action_asked.emit(f"apart:{pair['copy']['entry']}", pair["kept"]["entry"])
    assert console.done("verify", "--json").json["ok"] is True
