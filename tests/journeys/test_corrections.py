"""A rep corrects an entry from its receipt, adds a note, and takes it back."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Open, desk_of
from tests.support.console import Console
from tests.support.widgets import child
from ui.corrections.dialog import CorrectionDialog
from ui.desk.desk import Desk

pytestmark = pytest.mark.journey
_CALL = ("log", "call", "--to", "+14155550188", "--seconds", "185", "--json")


@pytest.fixture
def entry(console: Console) -> str:
    console.done("plan", "use", "hubspot-professional")
    return str(console.done(*_CALL).json["id"])


@pytest.fixture
def desk(qtbot: QtBot, open_window: Open, entry: str) -> Desk:
    """The window with the receipt of the entry open."""
    desk = desk_of(open_window())
    qtbot.waitUntil(lambda: desk.figures.view is not None)
    desk.window.page.receipt_asked.emit(entry)
    qtbot.waitUntil(lambda: desk.window.shown_entry == entry)
    return desk


def dialog_of(qtbot: QtBot, desk: Desk, button: str) -> CorrectionDialog:
    child(desk.window, QPushButton, button).click()
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(CorrectionDialog)))
    return child(desk.window, CorrectionDialog)


def test_a_method_is_corrected_and_taken_back(qtbot: QtBot, desk: Desk, console: Console) -> None:
    dialog = dialog_of(qtbot, desk, "Correct…")
    box = child(dialog, QComboBox)
    box.setCurrentIndex(box.findText("From phone"))
    with qtbot.waitSignal(desk.corrections.changed):
        child(dialog, QPushButton, "Save").click()
    assert console.meter("minutes")["used"] == 8
    bar = desk.corrections.bar
    assert (bar.isVisible(), bar.accessibleName()) == (True, "Method of 1 entry changed")
    with qtbot.waitSignal(desk.corrections.changed):
        child(bar, QPushButton, "Undo").click()
    assert console.meter("minutes")["used"] == 4


def test_a_note_is_a_letter_away(qtbot: QtBot, desk: Desk, console: Console, entry: str) -> None:
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_N)
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(CorrectionDialog)))
    dialog = child(desk.window, CorrectionDialog)
    assert not dialog.findChildren(QComboBox)
    child(dialog, QPlainTextEdit).setPlainText("from the car")
    with qtbot.waitSignal(desk.corrections.changed):
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert console.done("explain", entry, "--json").json["facts"]["note"] == "from the car"
    qtbot.waitUntil(lambda: desk.window.shown_entry != entry)  # the new version


def test_a_preview_tells_what_saving_would_do(qtbot: QtBot, desk: Desk) -> None:
    dialog = dialog_of(qtbot, desk, "Correct…")
    box = child(dialog, QComboBox)
    box.setCurrentIndex(box.findText("From phone"))
    qtbot.waitUntil(lambda: any("4 min become 8 min" in text for text in texts(dialog)))
    dialog.reject()


@pytest.mark.timeout(300)
def test_many_entries_are_changed_by_a_process_of_their_own(
    qtbot: QtBot, desk: Desk, console: Console
) -> None:
    ids = [int(console.done(*_CALL).json["id"]) for _ in range(205)]
    desk.corrections.correct(ids)
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(CorrectionDialog)))
    dialog = child(desk.window, CorrectionDialog)
    child(dialog, QPlainTextEdit).setPlainText("one for all")
    with qtbot.waitSignal(desk.corrections.changed, timeout=90_000):
        child(dialog, QPushButton, "Save").click()
    assert desk.corrections.bar.accessibleName() == "Note of 205 entries changed"
    with qtbot.waitSignal(desk.corrections.changed, timeout=90_000):
        desk.corrections.undo()
    assert console.done("explain", str(ids[0]), "--json").json["corrected"] == {}


def test_undo_is_heard_after_receipts_that_came_at_once(
    qtbot: QtBot, desk: Desk, console: Console, entry: str
) -> None:
    console.done("correct", entry, "--note=from the car")
    two_receipts_at_once(qtbot, desk, entry)
    with qtbot.waitSignal(desk.corrections.changed):
        QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert console.done("explain", entry, "--json").json["corrected"] == {}


def two_receipts_at_once(qtbot: QtBot, desk: Desk, entry: str) -> None:
    """Read a receipt twice while the window is busy, as it is after a search in many entries."""
    read, home = Event(), Event()
    for _ in range(2):
        desk.receipts.show(entry, focus=False)
    desk._lane.run(read.set, lambda _: home.set(), lambda _: None)
    assert read.wait(20)
    qtbot.waitUntil(home.is_set)


def texts(dialog: CorrectionDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]
