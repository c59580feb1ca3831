"""A rep keeps a million entries safe: a backup, back to it, the doctor, a contact erased."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton

from app.ledger.backups.copies import backups
from tests.bench.ledgers import LARGE, NUMBERS, contact, copy_of
from tests.journeys.million.sitting import Sitting, texts
from tests.support.console import Console
from tests.support.exports import far_number
from tests.support.widgets import child
from ui.erasing.asking import ContactDialog, KeepDialog
from ui.erasing.preview import PreviewDialog
from ui.keeping.checkup import CheckupDialog
from ui.keeping.restore import RestoreDialog
from ui.widgets.choice import ChoiceBox

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
#: Of an entry whose contact has a number, a name and notes.
PLACE = 4321
_MINUTES_MS = 400_000
#: Beginnings of numbers as they are written, a whole number (a few digits may be a size), a name.
_TELLING = ("+1", "555 00", far_number(PLACE, NUMBERS)[2:], contact(PLACE))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A copy for one journey alone, for what is done to it lies beside the ledger too."""
    folder = copy_of(LARGE, tmp_path / "talktally")
    yield folder
    shutil.rmtree(folder)


def told(sitting: Sitting) -> str:
    """Wait for the sentence at the end, and put it away."""
    box = sitting.dialog(QMessageBox, _MINUTES_MS)  # whole files are read or written before
    sentence = box.text()
    box.accept()
    sitting.come_back()
    return sentence


def doctors_report(sitting: Sitting) -> str:
    """Let the doctor look, who verifies everything before, and find all well."""
    sitting.choose_in_menu("&Doctor…")
    dialog = sitting.dialog(CheckupDialog, _MINUTES_MS)
    report = child(dialog, QPlainTextEdit).toPlainText()
    dialog.accept()
    sitting.come_back()
    return report


def test_a_backup_brings_the_list_back(
    sitting: Sitting, console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting.choose_in_menu("&Back up now")
    assert told(sitting).startswith("1,000,000 entries copied and checked")
    console.done("log", "call", "--to", "+13055550100", "--seconds", "60")
    sitting.wait(lambda: sitting.count == "1,000,001 entries")
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: (str(backups(console.folder)[0]), "")
    )
    sitting.choose_in_menu("&Restore…")
    dialog = sitting.dialog(RestoreDialog, _MINUTES_MS)  # the backup is checked before
    assert {"1,000,001", "1,000,000"} <= set(texts(dialog))
    sitting.click(child(dialog, QPushButton, "Restore"))
    assert "is kept as" in told(sitting)
    sitting.wait(lambda: sitting.count == "1,000,000 entries")


def test_a_contact_is_erased_from_every_file(sitting: Sitting, console: Console) -> None:
    gone = [written.encode() for written in (far_number(PLACE, NUMBERS), contact(PLACE))]
    totals = console.done("status", "--json").json["meters"]
    sitting.choose_in_menu("&Back up now")
    told(sitting)
    sitting.choose_in_menu("Erase a &contact…")
    asking = sitting.dialog(ContactDialog)
    QTest.keyClicks(child(asking, QLineEdit), far_number(PLACE, NUMBERS))
    sitting.click(child(asking, QPushButton, "Look"))
    preview = sitting.dialog(PreviewDialog)
    assert "50 entries are of this contact." in texts(preview)
    for step in ("Erase…", "Erase for good"):
        sitting.click(child(preview, QPushButton, step))
    assert told(sitting) == "Erased from 50 entries; every total is as it was."
    files = [path for path in console.folder.rglob("*") if path.is_file()]
    found = [path.name for path in files for each in gone if each in path.read_bytes()]
    assert (len(files) > 1, found) == (True, [])
    assert console.done("status", "--json").json["meters"] == totals
    assert sitting.search(far_number(PLACE, NUMBERS)) == "0 of 1,000,000 entries"


def test_old_numbers_go_every_total_stays_and_the_doctor_finds_nothing_wrong(
    sitting: Sitting, console: Console
) -> None:
    totals = console.done("status", "--json").json["meters"]
    sitting.choose_in_menu("&Keep numbers for…")
    keeping = sitting.dialog(KeepDialog)
    child(keeping, ChoiceBox).setCurrentText("12 months")
    sitting.click(child(keeping, QPushButton, "Continue…"))
    preview = sitting.dialog(PreviewDialog)
    for step in ("Erase…", "Erase for good"):
        sitting.click(child(preview, QPushButton, step))
    box = sitting.dialog(QMessageBox, _MINUTES_MS)  # half a million entries are written again
    assert box.text().endswith("every total is as it was.")
    box.accept()
    sitting.come_back()
    sitting.wait(lambda: sitting.count == "1,000,000 entries")
    assert console.done("status", "--json").json["meters"] == totals
    assert console.done("retention", "--months", "12", "--apply", "--json").json["entries"] == 0
    report = doctors_report(sitting)
    assert "1000000" in report.replace(",", "")
    assert "The totals differ" not in report
    assert not any(word in report for word in _TELLING)
