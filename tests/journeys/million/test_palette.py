"""A rep finds one of a million entries from anywhere, and types on while the ledger is searched."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.bench.ledgers import LARGE, my_facts
from tests.journeys.seat import Seat
from tests.support.widgets import child
from ui.desk.desk import Desk
from ui.palette.field import PaletteField
from ui.palette.lines import LineList

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]


def titles(desk: Desk) -> list[str]:
    return [line.title for line in child(desk.palette.palette, LineList)._lines.lines]


def test_a_number_is_found_and_what_was_typed_before_comes_to_nothing(
    qtbot: QtBot, opened: Desk
) -> None:
    seat, far = Seat(qtbot, opened), next(iter(my_facts(LARGE))).far
    opened.window.asked.emit("palette")
    field = child(opened.palette.palette, PaletteField)
    QTest.keyClicks(field, "ba")
    # The search for these letters, which most entries have, is under way.
    seat.wait(lambda: opened.palette._searching)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, far[-8:])
    seat.wait(lambda: not opened.palette._searching)
    assert opened.palette._typed == far[-8:]
    assert any(line.key == f"who:{far}" for line in opened.palette._found)
    assert any(line.key.startswith("entry:") for line in opened.palette._found)
    assert titles(opened)
