"""A rep looks through a million calls and texts: jumps, searches, sorts, selects and copies."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from tests.bench.ledgers import CONTACTS, LARGE, contact
from tests.journeys.million.sitting import Key, Modifier, Sitting, texts
from tests.support.widgets import child
from ui.receipt.panel import ReceiptPanel

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier
#: Of an entry in the middle, whose contact has a name.
PLACE = 501_234
NAME = contact(PLACE)
#: Of another contact, whose name has the same words.
TURNED = " ".join(reversed(NAME.split()))


def test_the_list_opens_with_the_newest(sitting: Sitting) -> None:
    assert sitting.count == "1,000,000 entries"
    assert sitting.line(0).texts["when"] == "21 Nov 14:03"


def test_the_keyboard_jumps_to_the_end_and_back(sitting: Sitting) -> None:
    newest = sitting.lines()
    sitting.press(Key.Key_End)
    sitting.wait_for_lines()
    assert sitting.lines()[-1] == sitting.line(LARGE - 1)
    sitting.press(Key.Key_Home)
    sitting.wait_for_lines()
    assert sitting.lines() == newest


def test_the_scroll_bar_jumps_to_the_middle(sitting: Sitting) -> None:
    sitting.table.verticalScrollBar().setValue(LARGE // 2)
    sitting.wait_for_lines()
    assert sitting.table.top == LARGE // 2
    assert len(sitting.lines()) > 10


def test_a_part_of_a_number_finds_every_entry_with_it(sitting: Sitting) -> None:
    assert sitting.search("5551234") == "100 of 1,000,000 entries"
    assert {row.texts["number"][-8:] for row in sitting.lines()} == {"555 1234"}


def test_a_part_of_a_name_finds_every_entry_with_it(sitting: Sitting) -> None:
    assert sitting.search(NAME[1:-1]) == "100 of 1,000,000 entries"
    assert {row.texts["with"] for row in sitting.lines()} == {NAME, TURNED}


def test_a_part_of_a_note_finds_its_entry(sitting: Sitting) -> None:
    sitting.desk.pages.activity.page.column_toggled.emit("note")
    assert sitting.search("order 123460") == "1 of 1,000,000 entries"
    assert sitting.line(0).texts["note"] == "Asked about order 123460"
    sitting.desk.pages.activity.page.column_toggled.emit("note")


def test_a_search_for_nothing_there_is_says_so_and_esc_brings_all_back(sitting: Sitting) -> None:
    assert sitting.search("no such thing") == "0 of 1,000,000 entries"
    assert "Nothing found" in texts(sitting.page)
    sitting.press(Key.Key_Escape)
    sitting.wait_for_list()
    assert sitting.count == "1,000,000 entries"


def test_a_press_on_a_head_sorts_the_list_and_another_turns_it(sitting: Sitting) -> None:
    sitting.sort_by("When")
    assert sitting.line(0).texts["when"] == "21 Nov 2024 14:05"
    sitting.sort_by("Length")
    assert {row.texts["length"] for row in sitting.lines()} == {"7:00"}
    sitting.sort_by("With")
    assert sitting.line(0).texts["with"] == contact(0)
    sitting.sort_by("With")
    assert sitting.line(0).texts["with"] == contact(CONTACTS - 1)


def test_the_receipt_follows_the_keyboard_beside_the_list(sitting: Sitting) -> None:
    for place in (1, 2):
        sitting.press(Key.Key_Down)
        sitting.wait_for_receipt(sitting.line(place).id)
    sitting.press(Key.Key_Return)
    panel = child(sitting.window, ReceiptPanel)
    sitting.wait(panel.hasFocus)
    sitting.press(Key.Key_Escape)
    assert (panel.isVisible(), sitting.table.hasFocus()) == (False, True)


def test_several_lines_are_added_up_and_copied(sitting: Sitting) -> None:
    sitting.press(Key.Key_Down, SHIFT, times=4)
    sitting.wait(lambda: sitting.count.startswith("5 selected · "))
    QGuiApplication.clipboard().clear()
    sitting.press(Key.Key_C, CONTROL)
    sitting.wait(lambda: bool(QGuiApplication.clipboard().text()))
    copied = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[1] for line in copied[-5:]] == [
        sitting.line(place).texts["with"] for place in range(5)
    ]


def test_all_are_selected_but_too_many_to_copy(sitting: Sitting) -> None:
    sitting.press(Key.Key_A, CONTROL)
    sitting.wait(lambda: sitting.count == "1,000,000 selected")
    sitting.press(Key.Key_C, CONTROL)
    box = sitting.dialog(QMessageBox)
    assert box.text().startswith("At most 10,000 lines can be copied.")
    box.accept()
