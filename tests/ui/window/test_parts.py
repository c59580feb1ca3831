"""F6 goes round the parts of the window; a part that goes leaves the page where it is."""

from PySide6.QtWidgets import QScrollArea, QWidget

from app.wording.words import Words
from tests.support.widgets import child
from tests.ui.conftest import overview_of
from ui.activity.state import Found, activity_state
from ui.banners.banner import BannerFrame
from ui.entries.table import EntriesTable
from ui.window.window import MainWindow


def part_of(window: MainWindow) -> QWidget | None:
    focused = window.focusWidget()
    parts = window._shown_parts()
    return next((each for each in parts if focused is each or each.isAncestorOf(focused)), None)


def test_f6_goes_round_the_parts_and_back(window: MainWindow, words: Words) -> None:
    page = window.activity()
    page.show_state(activity_state(words, Found(count=3, total=3)))
    window.go_to("activity")
    assert window.focusWidget() is page.table
    rail, bar, card, _ = window._shown_parts()
    seen = []
    for _ in range(3):
        window._parts.go_on()
        seen.append(part_of(window))
    assert seen == [rail, bar, card]
    assert window.focusWidget() is page.table
    window._parts.go_back()
    assert window.focusWidget() is page.bar.field


def test_putting_a_banner_off_neither_scrolls_nor_enters_the_list(
    window: MainWindow, words: Words
) -> None:
    window.show_overview(overview_of(words, "near"))
    banner = child(window, BannerFrame)
    banner.later.setFocus()
    banner.snooze_chosen.emit(1)
    window.show_overview(overview_of(words, "fine"))
    assert not child(window.page, EntriesTable).hasFocus()
    assert child(window, QScrollArea).verticalScrollBar().value() == 0
