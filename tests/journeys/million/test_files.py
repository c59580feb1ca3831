"""A rep adds files to a million entries: a softphone's log, an unknown table, the same calls."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.journeys.million.sitting import Key, Modifier, Sitting
from tests.support.console import Console
from tests.support.records import call, lines
from tests.support.widgets import child
from ui.duplicates.dialog import DuplicatesDialog
from ui.mapping.dialog import MappingDialog

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
CONTROL = Modifier.ControlModifier
LOG = Path(__file__).parents[2] / "data" / "exchange" / "microsip.csv"
TABLE = "Wann;Ziel;Dauer\n2026-11-02 15:04;+13055550123;61\n2026-11-02 16:04;+13055550124;62\n"


@pytest.fixture
def folder(folder_to_change: Path) -> Path:
    return folder_to_change


def bring_in(sitting: Sitting, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose a file by the menu's key."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    sitting.press(Key.Key_I, CONTROL, at=sitting.window)


def test_the_log_of_a_softphone_is_in_the_list_at_once(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(sitting, LOG, monkeypatch)
    sitting.wait(lambda: sitting.row_title == "microsip.csv: 2 new entries.")
    assert sitting.search("miller; sons").startswith("1 of 1,000,0")
    bring_in(sitting, LOG, monkeypatch)
    sitting.wait(lambda: sitting.row_title == "microsip.csv: everything in it was known already.")


def test_an_unknown_table_is_explained_and_then_in_the_list(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "anlage.csv"
    file.write_text(TABLE, encoding="utf-8")
    bring_in(sitting, file, monkeypatch)
    sitting.click(sitting.button("Say what the columns mean…"))
    save = child(sitting.dialog(MappingDialog), QPushButton, "Keep and import")
    sitting.wait(save.isEnabled)
    sitting.click(save)
    sitting.wait(lambda: sitting.row_title == "anlage.csv: 2 new entries.")
    assert sitting.search("305555012").startswith("2 of 1,000,0")


def test_the_same_call_of_two_sources_is_decided_and_taken_back(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, console: Console
) -> None:
    redials = [
        call(number, far="+13055550177", provider=provider)
        for provider in ("twilio", "microsip")
        for number in (1, 2)
    ]
    bring_in(sitting, lines(tmp_path / "twice.jsonl", redials), monkeypatch)
    sitting.press(Key.Key_1, CONTROL, at=sitting.window)
    row = sitting.desk.duplicates.row
    sitting.wait(row.isVisible)
    sitting.click(child(row, QPushButton))
    dialog = sitting.dialog(DuplicatesDialog)
    sitting.click(sitting.button("The same call", dialog))
    sitting.wait(lambda: not row.isVisible())
    sitting.click(sitting.button("Undo", dialog))
    sitting.wait(row.isVisible)
    assert console.done("duplicates", "--json").json["total"] == 2
    sitting.click(sitting.button("The same call", dialog))
    sitting.wait(lambda: not row.isVisible())
