"""Every key that the window answers to is on the sheet, and the sheet names no other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.journeys.seat import Seat
from ui.desk.desk import Desk
from ui.desk.keys import menu_keys
from ui.desk.menu_lines import menu_lines
from ui.keys.sheet import KeySheet
from ui.keys.state import keys_state

pytestmark = pytest.mark.journey

#: Keys that parts of pages and dialogs answer to themselves; their own tests press them.
PRESSED = {"Tab", "Esc", "Return", "N", "T", "Ctrl+R", "Ctrl+C", "Ctrl+A", "1", "2", "Ctrl+Return",
           "Left", "Right", "Ctrl+Left", "Ctrl+Right", "Shift+Left", "Shift+Right"}  # fmt: skip


def bound(desk: Desk) -> set[str]:
    """Return every key sequence of menus and shortcuts in the window."""
    desk.pages.go_to("activity")
    menus = {line.action.shortcut().toString() for line in menu_lines(desk.window)}
    shortcuts = {each.key().toString() for each in desk.window.findChildren(QShortcut)}
    return (menus | shortcuts) - {""}


def named(desk: Desk) -> set[str]:
    groups = keys_state(desk._preferences.words, menu_keys(desk.window)).groups
    return {QKeySequence(keys).toString() for group in groups for line in group.lines
            for keys in line.keys}  # fmt: skip


def test_every_key_of_the_window_is_named(qtbot: QtBot, opened: Desk) -> None:
    Seat(qtbot, opened)
    assert bound(opened) - named(opened) == set()


def test_every_key_that_is_named_is_bound(qtbot: QtBot, opened: Desk) -> None:
    Seat(qtbot, opened)
    assert named(opened) - PRESSED - bound(opened) == set()


def test_no_key_is_bound_twice(qtbot: QtBot, opened: Desk) -> None:
    Seat(qtbot, opened)
    opened.pages.go_to("activity")
    menus = [line.action.shortcut().toString() for line in menu_lines(opened.window)]
    # Two of these at once are ambiguous, and Qt presses neither.
    wide = [each.key().toString() for each in opened.window.findChildren(QShortcut)
            if each.context() != Qt.ShortcutContext.WidgetShortcut]  # fmt: skip
    keys = sorted(key for key in [*menus, *wide] if key)
    assert keys == sorted(set(keys))


def test_the_question_mark_opens_the_sheet_but_can_be_typed(qtbot: QtBot, opened: Desk) -> None:
    seat = Seat(qtbot, opened)
    window = seat.window.window()
    with qtbot.waitActive(window):
        window.activateWindow()
    opened.window.page.ask_for_call()
    field = opened.window.page.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "?")
    assert not _sheets()
    opened.window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Question)
    seat.wait(_sheets)
    _sheets()[0].close()


def _sheets() -> list[KeySheet]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, KeySheet)]
