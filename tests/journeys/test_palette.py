"""The palette over the real window: pages, actions, entries and numbers by the keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Open, desk_of
from tests.journeys.seat import Seat
from tests.support.console import Console
from tests.support.widgets import child
from ui.desk.desk import Desk
from ui.palette.field import PaletteField
from ui.palette.lines import LineList
from ui.palette.overlay import Palette

pytestmark = pytest.mark.journey


class Finder:
    """Types into the palette of a window and reads its lines."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.seat, self.desk = Seat(qtbot, desk), desk

    def type(self, typed: str) -> None:
        self.desk.window.asked.emit("palette")
        QTest.keyClicks(child(self.desk.palette.palette, PaletteField), typed)

    def titles(self) -> list[str]:
        return [line.title for line in self.list._lines.lines]

    @property
    def list(self) -> LineList:
        return child(self.desk.palette.palette, LineList)

    def enter(self, title: str) -> None:
        """Go down to the line of a title and press Enter."""
        self.seat.wait(lambda: title in self.titles())
        for _ in range(self.titles().index(title)):
            QTest.keyClick(child(self.desk.palette.palette, PaletteField), Qt.Key.Key_Down)
        QTest.keyClick(child(self.desk.palette.palette, PaletteField), Qt.Key.Key_Return)


@pytest.fixture
def finder(qtbot: QtBot, console: Console, open_window: Open) -> Finder:
    console.done("plan", "use", "hubspot-professional")
    for number, hour in (("+14155550188", "09"), ("+14155550188", "10"), ("+493012345678", "11")):
        console.done("log", "call", "--to", number, "--start", f"2026-11-20T{hour}:00:00Z",
                     "--seconds", "61")  # fmt: skip
    return Finder(qtbot, desk_of(open_window()))


def test_the_key_opens_it(finder: Finder) -> None:
    QTest.keyClick(finder.desk.window.window(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert child(finder.desk.window, Palette).isVisible()


def test_a_page_is_gone_to_and_stands_on_top_the_next_time(finder: Finder) -> None:
    finder.type("activ")
    finder.enter("Activity")
    assert finder.desk.pages.front == "activity"
    finder.type("")
    assert finder.titles()[0] == "Activity"


def test_an_action_is_found_by_its_german_word_and_done(finder: Finder) -> None:
    finder.type("dunkel")
    finder.enter("Theme: Dark")
    assert finder.desk._theme.choice == "dark"


def test_an_entry_is_found_by_its_number_and_its_receipt_opens(finder: Finder) -> None:
    finder.type("030 1234")
    finder.enter("+49 30 12345678")
    finder.seat.wait(lambda: finder.desk.window.shown_entry)


def test_all_entries_with_somebody_are_listed(finder: Finder) -> None:
    finder.type("41555501")
    finder.seat.wait(lambda: finder.titles()[:1] == ["Before you dial 41555501"])
    finder.seat.wait(lambda: finder.titles().count("+1 415 555 0188") == 3)
    finder.enter("+1 415 555 0188")
    finder.seat.wait(lambda: finder.desk.pages.front == "activity")
    page = finder.desk.window.activity()
    finder.seat.wait(lambda: page.table.lines.rowCount() == 2)


def test_a_typed_number_is_taken_into_the_form_of_a_call(finder: Finder) -> None:
    finder.type("+14155550199")
    finder.enter("I’m on a call with +1 415 555 0199")
    fields = finder.desk.window.page.findChildren(QLineEdit)
    assert "+14155550199" in [field.text() for field in fields]


def test_a_restore_finds_the_file_let_go(finder: Finder) -> None:
    finder.type("4155")
    finder.seat.wait(lambda: len(finder.titles()) > 2)
    gone: list[bool] = []
    finder.desk.palette.let_go(lambda: gone.append(True))
    finder.seat.wait(lambda: gone)
    assert finder.desk.palette._work is not None
    assert finder.desk.palette._work._browsing is None


def test_a_setting_is_brought_into_sight(finder: Finder) -> None:
    finder.type("quiet hours")
    finder.enter("Quiet hours: Hours")
    assert finder.desk.pages.front == "settings"


def test_an_entry_among_ten_thousand_is_found(
    qtbot: QtBot, console: Console, open_window: Open, tmp_path: Path
) -> None:
    console.done("plan", "use", "hubspot-professional")
    lines = [f"Call with P{n},61000,2026-11-{n % 20 + 1:02} 10:00,OUTBOUND,Connected,"
             f"+1212555{n:04},+14155550188,{n}" for n in range(10_000)]  # fmt: skip
    file = tmp_path / "calls.csv"
    file.write_text("\n".join([HEAD, *lines]), encoding="utf-8")
    console.done("import", str(file))
    finder = Finder(qtbot, desk_of(open_window()))
    finder.type("5557891")
    finder.seat.wait(lambda: any("212 555 7891" in each for each in finder.titles()))
    finder.enter(next(each for each in finder.titles() if "212 555 7891" in each))
    finder.seat.wait(lambda: finder.desk.window.shown_entry)


HEAD = (
    "Call Title,Call duration,Activity date,Call direction,Call outcome,To Number,From Number,"
    "Record ID"
)
