"""A text typed to be checked: counted at once, made cheaper, held against the pool, not kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Open, desk_of
from tests.support.console import Console
from tests.support.looking import name_of, walk
from tests.support.widgets import child
from ui.desk.desk import Desk
from ui.text_check.figures import TextFigures
from ui.text_check.page import TextCheckPage

pytestmark = pytest.mark.journey

OFFER = (
    "Hi Sam, great talking today! I’ll send the offer tomorrow 🎉 and call you on Tuesday at ten."
)


@pytest.fixture
def page(opened: Desk) -> TextCheckPage:
    opened.window.page_chosen.emit("text")
    return opened.text.page


@pytest.fixture
def pooled(console: Console) -> Console:
    console.done("plan", "use", "aircall-us-ca")
    console.done("log", "text", "--to", "+14155550188", "--segments", "189")
    return console


def figures(page: TextCheckPage) -> str:
    return child(page, TextFigures).accessibleName()


def told(page: TextCheckPage) -> str:
    return page.box.accessibleDescription()


def test_the_page_opens_with_the_keyboard_in_its_field(opened: Desk, page: TextCheckPage) -> None:
    assert opened.window.focusWidget() is page.box
    assert "Type or paste a text" in told(page)


def test_a_typed_text_is_counted_between_two_keys(qtbot: QtBot, page: TextCheckPage) -> None:
    QTest.keyClicks(page.box, "See you")
    assert figures(page) == "1 segment, GSM-7, 7 of 160 units, 153 to the next segment"


def test_costly_characters_are_marked_and_replaced_in_one_step_that_can_be_undone(
    qtbot: QtBot, page: TextCheckPage
) -> None:
    page.box.write(OFFER)
    assert figures(page).startswith("2 segments, UCS-2, 92 of 134 units")
    assert "’ and 🎉 cost 1 segment. Without them: 1 segment, GSM-7." in told(page)
    marked = [each.cursor.selectedText() for each in page.box.extraSelections()]
    assert marked == ["’", "🎉"]
    child(page, QPushButton, "Replace both").click()
    assert page.box.text == OFFER.replace("’", "'").replace("🎉", "")
    assert figures(page).startswith("1 segment, GSM-7")
    QTest.keyClick(page.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.box.text == OFFER


def test_one_kind_is_replaced_by_itself(qtbot: QtBot, page: TextCheckPage) -> None:
    page.box.write(OFFER)
    child(page, QPushButton, "Leave out").click()
    assert page.box.text == OFFER.replace("🎉", "")


def test_the_pool_after_the_text_stands_below_it(
    qtbot: QtBot, pooled: Console, page: TextCheckPage
) -> None:
    page.box.write(OFFER)
    qtbot.waitUntil(lambda: "Team pool after this text: 59 of 250 left" in told(page))


def test_a_recipient_outside_the_bundle_is_told(
    qtbot: QtBot, pooled: Console, page: TextCheckPage
) -> None:
    page.box.write("hi")
    child(page, QLineEdit).setText("+49 30 901820")
    qtbot.waitUntil(lambda: "Outside the bundle" in told(page))
    child(page, QLineEdit).setText("jana@example.com")
    qtbot.waitUntil(lambda: "e-mail" in child(page, QLineEdit).accessibleDescription())


def test_a_very_long_text_is_counted_beside_the_window(qtbot: QtBot, page: TextCheckPage) -> None:
    page.box.write("hi 🎉 ’ there\n" * 700)
    qtbot.waitUntil(lambda: figures(page).startswith("147 segments, UCS-2"))


def test_spaces_that_do_not_break_and_invisible_marks_are_found(page: TextCheckPage) -> None:
    page.box.write("a\u00a0b\u200bc")
    assert "U+00A0 and U+200B make it UCS-2" in told(page)


def test_the_text_is_copied_as_it_stands(page: TextCheckPage) -> None:
    page.box.write(OFFER)
    child(page, QPushButton, "Copy text").click()
    assert QApplication.clipboard().text() == OFFER


def test_a_typed_text_is_nowhere_once_the_window_is_closed(
    qtbot: QtBot, folder: Path, open_window: Open
) -> None:
    opening = open_window()
    desk = desk_of(opening)
    desk.text.look_at("a most private text")
    qtbot.waitUntil(lambda: "GSM-7" in told(desk.text.page))
    opening.shell.close()
    assert desk.text.page.box.text == ""
    files = [each for each in folder.rglob("*") if each.is_file()]
    assert all(b"most private" not in each.read_bytes() for each in files)


def test_every_part_of_the_page_is_reached_and_named(qtbot: QtBot, page: TextCheckPage) -> None:
    page.box.write(OFFER)
    page.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.box)
    choose = child(page, QPushButton, "Choose a plan…")
    qtbot.waitUntil(choose.isVisible)  # once it is read that there is none
    reached = [each for each in walk(page.box) if page.isAncestorOf(each)]
    assert [name_of(each) for each in reached] == [
        "Text to check", "Replace: ’: write '", "Leave out: 🎉: leave out", "Replace both",
        "Copy text", "Choose a plan…", "To, if you like", "Attachments",
    ]  # fmt: skip
