"""The dialogs of safe keeping: nothing happens that was not agreed to."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support.widgets import child
from ui.keeping.checkup import CheckupDialog
from ui.keeping.restore import RestoreDialog
from ui.keeping.state import checkup_state, restore_state, working
from ui.keeping.work import WorkDialog

_HELD = {
    "entries": 1200,
    "newest": "2026-11-21T13:05:00Z",
    "plans": ["HubSpot Professional"],
    "people": 2,
}


def answer(**said: Any) -> dict[str, Any]:
    now = {**_HELD, "entries": 1230}
    preview = {"now": now, "then": _HELD, "lost": 30, "back": 0, "damaged": False, **said}
    return {"file": "/somewhere/ledger-20261121-130500.db", "preview": preview}


def test_a_preview_sets_now_beside_then(words: Words) -> None:
    state = restore_state(words, answer(), "Europe/Berlin")
    assert state.title == "Restore ledger-20261121-130500.db?"
    assert state.lines == (
        ("Entries", "1,230", "1,200"),
        ("Newest entry", "21 Nov 2026, 14:05", "21 Nov 2026, 14:05"),
        ("Plans", "HubSpot Professional", "HubSpot Professional"),
        ("People", "2", "2"),
    )
    assert state.loss.startswith("30 entries of the ledger are not in the backup")


def test_a_preview_over_a_damaged_ledger_says_so(words: Words) -> None:
    state = restore_state(words, answer(now=None, lost=None, damaged=True), "UTC")
    assert state.lines[0] == ("Entries", "–", "1,200")
    assert "damaged" in state.loss


def test_a_restore_must_be_agreed_to(qtbot: QtBot, words: Words) -> None:
    dialog = RestoreDialog(restore_state(words, answer(), "UTC"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert child(dialog, QPushButton, "Cancel").isDefault()
    with qtbot.assertNotEmitted(dialog.agreed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    dialog.show()
    with qtbot.waitSignal(dialog.agreed):
        QTest.mouseClick(child(dialog, QPushButton, "Restore"), Qt.MouseButton.LeftButton)


def test_work_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot, words: Words) -> None:
    dialog = WorkDialog(working(words, "backup"))
    qtbot.addWidget(dialog)
    dialog.show()
    bar = child(dialog, QProgressBar)
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    dialog.show_state(working(words, "backup", {"done": 1, "total": 4}))
    assert (bar.value(), bar.maximum()) == (250, 1000)
    assert child(dialog, QLabel, "Done so far: 25 %").isVisible()
    with qtbot.waitSignal(dialog.cancelled):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_erasing_that_was_agreed_to_cannot_be_stopped(qtbot: QtBot, words: Words) -> None:
    dialog = WorkDialog(working(words, "erase"))
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.assertNotEmitted(dialog.cancelled):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not any(each.isVisible() for each in dialog.findChildren(QPushButton))


def test_a_report_is_shown_as_a_bundle_would_hold_it(qtbot: QtBot, words: Words) -> None:
    state = checkup_state(words, {"ok": False, "text": "Others may read ledger.db."})
    dialog = CheckupDialog(state)
    qtbot.addWidget(dialog)
    dialog.show()
    assert child(dialog, QPlainTextEdit).toPlainText() == "Others may read ledger.db."
    with qtbot.waitSignal(dialog.saving):
        QTest.mouseClick(child(dialog, QPushButton, "Save bundle…"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.mending):
        child(dialog, QPushButton, "Mend what can be mended").click()


def test_what_is_sound_needs_no_mending(qtbot: QtBot, words: Words) -> None:
    dialog = CheckupDialog(checkup_state(words, {"ok": True, "text": "Nothing is wrong."}))
    qtbot.addWidget(dialog)
    dialog.show()
    assert [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()] == [
        "Save bundle…",
        "Close",
    ]
