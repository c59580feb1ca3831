"""A rep notes, tags and corrects many of a million entries at once, and takes it all back."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from tests.journeys.million.sitting import Key, Modifier, Sitting, texts
from tests.support.console import Console
from tests.support.widgets import child
from ui.corrections.dialog import CorrectionDialog
from ui.receipt.panel import ReceiptPanel

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier


@pytest.fixture
def folder(folder_to_change: Path) -> Path:
    return folder_to_change


def save(sitting: Sitting, dialog: CorrectionDialog) -> str:
    """Save by keyboard; return what the bar at the foot says."""
    with sitting.changed():
        sitting.press(Key.Key_Return, CONTROL, at=dialog)
    sitting.come_back()
    sitting.wait_for_list()
    return sitting.desk.corrections.bar.accessibleName()


def undo(sitting: Sitting) -> None:
    with sitting.changed():
        sitting.press(Key.Key_Z, CONTROL, at=sitting.table)
    sitting.wait_for_list()


def receipt_says(sitting: Sitting, sentence: str) -> bool:
    return any(sentence in text for text in texts(child(sitting.window, ReceiptPanel)))


def test_a_note_is_written_found_and_taken_back(sitting: Sitting) -> None:
    sitting.press(Key.Key_Down, times=3)
    sitting.press(Key.Key_N)
    dialog = sitting.dialog(CorrectionDialog)
    QTest.keyClicks(child(dialog, QPlainTextEdit), "wants the blue one")
    assert save(sitting, dialog) == "Note of 1 entry changed"
    assert sitting.search("blue one").startswith("1 of ")
    undo(sitting)
    sitting.wait(lambda: sitting.count.startswith("0 of "))


def test_tags_are_put_on_several_lines_and_taken_back(sitting: Sitting, console: Console) -> None:
    sitting.press(Key.Key_Down, SHIFT, times=4)
    sitting.press(Key.Key_T)
    dialog = sitting.dialog(CorrectionDialog)
    QTest.keyClicks(child(dialog, QLineEdit), "spring")
    assert save(sitting, dialog) == "Tags of 5 entries changed"
    newest = console.done("list", "--limit", "6", "--json").json["entries"]
    assert [each["facts"].get("tags", "") for each in newest] == ["spring"] * 5 + [""]
    undo(sitting)
    newest = console.done("list", "--limit", "6", "--json").json["entries"]
    assert {each["facts"].get("tags", "") for each in newest} == {""}


def test_hundreds_of_entries_get_a_note_told_in_their_history(sitting: Sitting) -> None:
    sitting.search("555123")
    sitting.press(Key.Key_Down)
    while sitting.selected() < 300:
        sitting.press(Key.Key_PageDown, SHIFT)
    entries = sitting.selected()
    sitting.press(Key.Key_N)
    dialog = sitting.dialog(CorrectionDialog)
    QTest.keyClicks(child(dialog, QPlainTextEdit), "one for hundreds")
    assert save(sitting, dialog) == f"Note of {entries} entries changed"
    assert sitting.search("one for hundreds").startswith(f"{entries} of ")
    sitting.press(Key.Key_Down)
    sitting.press(Key.Key_Down)
    sitting.wait(lambda: receipt_says(sitting, "→ one for hundreds"))
    undo(sitting)
    sitting.wait(lambda: sitting.count.startswith("0 of "))


def test_the_method_of_many_is_corrected_with_a_preview_and_taken_back(
    sitting: Sitting, console: Console
) -> None:
    before = console.meter("minutes")
    sitting.search("5551234")
    sitting.choose("Kind", "Calls made")
    sitting.press(Key.Key_A, CONTROL, at=sitting.table)
    sitting.press(Key.Key_R, CONTROL, at=sitting.table)
    dialog = sitting.dialog(CorrectionDialog)
    box = next(box for box in dialog.findChildren(QComboBox) if box.findText("From phone") >= 0)
    box.setCurrentIndex(box.findText("From phone"))
    sitting.wait(lambda: any(" min become " in text for text in texts(dialog)))
    assert "entries changed" in save(sitting, dialog)
    undo(sitting)
    assert console.meter("minutes") == before


def test_thinking_better_of_a_correction_changes_nothing(sitting: Sitting) -> None:
    sitting.press(Key.Key_Down)
    sitting.press(Key.Key_R, CONTROL)
    dialog = sitting.dialog(CorrectionDialog)
    sitting.click(child(dialog, QPushButton, "Cancel"))
    sitting.come_back()
    assert not sitting.desk.corrections.bar.isVisible()
