"""A rep works in the Activity list while the ledger changes under it, and comes back to it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDateEdit, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.instant import MINUTE, Instant
from app.domain.problem import LedgerProblem
from tests.journeys.conftest import Open, desk_of
from tests.journeys.million.sitting import Key, Modifier, Sitting, texts
from tests.support.console import Console
from tests.support.ledgers import NOW, call, keep, ledger_with, text
from tests.support.widgets import child
from ui.activity.days import DaysDialog
from ui.corrections.dialog import CorrectionDialog
from ui.desk.desk import Desk

pytestmark = pytest.mark.journey
COUNT, NAMES = 3_000, ("Anna Brandt", "Nadia Poirier", "Omar test line")
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier
NEW_CALL = ("log", "call", "--to", "+14155550188", "--seconds", "185", "--start")


@pytest.fixture
def ledger(folder: Path) -> None:
    """Three thousand calls and a text, one each quarter of an hour."""
    starts = [Instant(NOW - 15 * MINUTE * each) for each in range(1, COUNT)]
    calls = [call(start, name=NAMES[n % 3], minutes=1 + n % 9) for n, start in enumerate(starts)]
    with ledger_with(folder, "hubspot-professional") as ledger:
        keep(ledger, *calls, text(Instant(NOW - 40 * 24 * 60 * MINUTE), tags="fair, key account"))


@pytest.fixture
def sitting(qtbot: QtBot, ledger: None, opened: Desk) -> Sitting:
    return sitting_at(qtbot, opened)


def sitting_at(qtbot: QtBot, desk: Desk) -> Sitting:
    desk.schedule.close()  # a backup that is due would come in between
    desk.window.window().resize(1400, 900)
    sitting = Sitting(qtbot, desk)
    sitting.go_to_activity()
    return sitting


def choose(sitting: Sitting, first: int, last: int) -> None:
    """Choose lines, as with Shift."""
    lines, table = sitting.table.lines, sitting.table
    chosen = QItemSelection(lines.index(first, 0), lines.index(last, lines.columnCount() - 1))
    table.setCurrentIndex(lines.index(last, 0))
    table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_what_others_write_comes_in_and_what_is_chosen_stays(
    sitting: Sitting, console: Console
) -> None:
    choose(sitting, 4, 6)
    before = [sitting.line(place).id for place in (4, 5, 6)]
    console.done(*NEW_CALL, "2026-11-21T12:58:00Z")
    sitting.wait(lambda: sitting.table.lines.rowCount() == COUNT + 1)
    sitting.wait_for_list()
    assert sitting.table.spans() == ((5, 3),)
    assert [sitting.line(place).id for place in (5, 6, 7)] == before
    assert sitting.table.currentIndex().row() == 7


def test_many_get_a_note_and_stay_chosen(sitting: Sitting) -> None:
    choose(sitting, 2, 4)
    sitting.press(Key.Key_N)
    dialog = sitting.dialog(CorrectionDialog)
    child(dialog, QPlainTextEdit).setPlainText("met at the fair")
    with sitting.changed():
        sitting.press(Key.Key_Return, CONTROL, at=dialog)
    sitting.wait(lambda: sitting.line(3).texts["note"] == "met at the fair")
    assert sitting.table.spans() == ((2, 3),)
    with sitting.changed():
        child(sitting.desk.corrections.bar, QPushButton, "Undo").click()
    sitting.wait(lambda: sitting.line(3).texts["note"] == "")


def test_days_and_a_tag_narrow_the_list(sitting: Sitting) -> None:
    sitting.page.bar.chosen.emit("days")
    dialog = sitting.dialog(DaysDialog)
    for box in dialog.findChildren(QDateEdit):
        box.setDate(box.date().fromString("2026-11-10", "yyyy-MM-dd"))
    child(dialog, QPushButton, "Show").click()
    sitting.wait_for_list()
    assert sitting.count == "96 of 3,000 entries"
    assert sitting.choose("Period", "Any time") == "3,000 entries"
    assert sitting.choose("Tag", "key account") == "1 of 3,000 entries"


def test_esc_takes_the_words_back_and_then_closes_the_receipt(sitting: Sitting) -> None:
    sitting.search("brandt")
    sitting.press(Key.Key_Return, at=sitting.page.bar.field)
    sitting.wait(lambda: sitting.window.shown_entry)
    sitting.press(Key.Key_Escape, at=sitting.table)
    sitting.wait_for_list()
    assert sitting.count == "3,000 entries"
    sitting.press(Key.Key_Escape, at=sitting.table)
    assert sitting.window.shown_entry == ""


def test_a_receipt_that_was_closed_comes_back_when_it_is_asked_for(sitting: Sitting) -> None:
    sitting.wait(lambda: sitting.window.shown_entry)
    sitting.press(Key.Key_Escape, at=sitting.table)
    with sitting.qtbot.waitSignal(sitting.table.chosen):
        sitting.press(Key.Key_Down, at=sitting.table)
    assert sitting.window.shown_entry == ""
    sitting.press(Key.Key_Return, at=sitting.table)
    sitting.wait_for_receipt(sitting.line(1).id)


def test_several_are_added_up_beside_the_list(sitting: Sitting) -> None:
    choose(sitting, 0, 8)
    sitting.wait(lambda: "9 entries" in texts(sitting.window))
    sitting.wait(lambda: "45 min" in texts(sitting.window))
    assert sitting.count == "9 selected · 45 minutes"


def test_a_copied_number_is_written_as_it_is_read(sitting: Sitting) -> None:
    sitting.page.action_asked.emit("number")
    assert QGuiApplication.clipboard().text() == sitting.line(0).texts["number"]


def test_columns_are_as_they_were_left(qtbot: QtBot, ledger: None, open_window: Open) -> None:
    first = open_window()
    sitting = sitting_at(qtbot, desk_of(first))
    sitting.window.window().resize(1900, 900)  # with room for every column beside a receipt
    sitting.page.column_toggled.emit("note")
    sitting.table.heads.moveSection(0, 2)
    sitting.table.heads.resizeSection(0, 199)  # the first by name, wherever it stands
    first.shell.close()
    choice = desk_of(open_window()).pages.activity._columns.choice
    assert choice.shown[:3] == ("way", "with", "when")
    assert (choice.shown[-1], dict(choice.widths)["when"]) == ("note", 199)


def test_after_a_pause_for_a_restore_the_list_is_read_again(sitting: Sitting) -> None:
    done: list[bool] = []
    sitting.desk.pages.let_go(lambda: done.append(True))
    sitting.wait(lambda: done)
    sitting.desk.pages.follow()
    sitting.wait(lambda: sitting.desk.pages.activity.chosen.search > 1)
    assert sitting.count == "3,000 entries"


def test_a_list_that_cannot_be_read_says_so_and_can_be_tried_again(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise LedgerProblem("The ledger cannot be read.")

    with monkeypatch.context() as patched:
        patched.setattr("app.actions.browse_entries.Browsing.find", broken)
        sitting.page.bar.field.setText("x")
        sitting.page.bar._search()
        sitting.wait(lambda: "The ledger cannot be read." in texts(sitting.page))
    sitting.button("Try again").click()
    sitting.wait_for_list()
    assert sitting.count == "0 of 3,000 entries"


def test_an_empty_ledger_offers_what_brings_entries(qtbot: QtBot, opened: Desk) -> None:
    sitting = sitting_at(qtbot, opened)
    assert "No calls or texts yet" in [each.text() for each in sitting.page.findChildren(QLabel)]
    asked = opened.pages.activity.sample_asked
    asked.disconnect()  # or a process of its own would start
    with qtbot.waitSignal(asked):
        sitting.button("Open the sample month").click()
