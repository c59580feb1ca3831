"""The window: every state fits, every wish is news, everything is reached by keyboard."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support import states
from tests.support.widgets import child
from tests.ui.conftest import overview_of
from ui.banners.banner import BannerFrame
from ui.entries.table import EntriesTable
from ui.gauge.gauge import Dial
from ui.importing.state import Counts, import_done
from ui.live.start import StartCall
from ui.meters.card import MeterCard
from ui.receipt.panel import ReceiptPanel
from ui.receipt.state import receipt_state
from ui.theme.theme import Theme
from ui.window.navigation import Rail, RailButton
from ui.window.state import window_state
from ui.window.window import MainWindow

_HEAVY = ("sqlalchemy", "babel", "phonenumbers", "holidays", "app.ledger", "PySide6.QtNetwork")


@pytest.mark.parametrize("name", sorted(states.statuses()))
@pytest.mark.parametrize("code", ["en", "de"])
def test_no_state_is_wider_than_the_window(
    qtbot: QtBot, window: MainWindow, name: str, code: str
) -> None:
    window.show_overview(overview_of(words_in(Language(code)), name))
    for width in (480, 900):
        window.resize(width, 640)
        room = area_of(window).viewport()
        qtbot.waitUntil(lambda: window.page.width() <= room.width())  # noqa: B023


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("width", [480, 900, 1100])
def test_a_state_that_follows_another_is_shown_whole(
    qtbot: QtBot, window: MainWindow, code: str, width: int
) -> None:
    window.resize(width, 640)
    names = sorted(states.statuses())
    for name in (*names, *reversed(names)):
        window.show_overview(overview_of(words_in(Language(code)), name))
        qtbot.waitUntil(lambda: cut(window) == [])


def test_nothing_stands_on_the_page_before_the_first_state(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    parts = window.page.findChildren(QWidget)
    assert [type(part) for part in parts if part.isVisible()] == []


def test_below_720_the_cards_stand_in_one_column(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(700, 640)
    cards = window.page.findChildren(MeterCard)
    qtbot.waitUntil(lambda: window.page._forecast.x() == window.page._gauge.x())
    assert all(card.width() <= window.page.width() for card in cards)


def test_below_640_the_rail_shows_icons_alone(window: MainWindow) -> None:
    window.resize(639, 500)
    folded = rail_of(window).width()
    window.resize(900, 500)
    assert folded < rail_of(window).width() / 2


@pytest.mark.parametrize("size", [(480, 360), (900, 360), (480, 900), (1280, 800)])
def test_every_line_of_the_rail_is_wholly_seen(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    QApplication.processEvents()
    rail = rail_of(window)
    lines = rail.findChildren(RailButton)
    tops = sorted((each.y(), each.y() + each.height()) for each in lines)
    assert all(end <= start for (_, end), (start, _) in pairwise(tops))
    assert 0 <= tops[0][0] < tops[-1][1] <= rail.height()


def test_tab_goes_through_the_pages_before_a_call(window: MainWindow) -> None:
    names = [each.text() for each in walk(window) if isinstance(each, RailButton)]
    assert names == ["Overview", "I’m on a call"]  # arrows go from page to page


def test_a_folded_rail_tells_its_names_on_hover(window: MainWindow) -> None:
    window.resize(500, 500)
    tips = [each.toolTip() for each in rail_of(window).findChildren(RailButton)]
    pages = ["Overview", "Activity", "Plan", "Accounts", "Before you dial", "Text check"]
    assert sorted(tips) == sorted([*pages, "Settings", "I’m on a call"])


@pytest.mark.parametrize(
    ("key", "news"),
    [
        ("import", "import_asked"),
        ("export", "export_asked"),
        ("quit", "quit_asked"),
        ("plan", "plan_asked"),
        ("about", "about_asked"),
    ],
)
def test_every_line_of_the_menus_is_news(
    qtbot: QtBot, window: MainWindow, key: str, news: str
) -> None:
    with qtbot.waitSignal(getattr(window, news)):
        action(window, key).trigger()


@pytest.mark.parametrize("key", ["backup", "restore", "move", "doctor"])
def test_every_line_of_safe_keeping_is_news(qtbot: QtBot, window: MainWindow, key: str) -> None:
    with qtbot.waitSignal(window.keeping_asked) as asked:
        action(window, f"keep.{key}").trigger()
    assert asked.args == [key]


def test_theme_and_language_tell_what_was_chosen(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.theme_chosen) as theme:
        action(window, "theme.dark").trigger()
    with qtbot.waitSignal(window.language_chosen) as language:
        action(window, "language.de").trigger()
    assert (theme.args, language.args) == (["dark"], ["de"])


def test_what_is_in_force_is_checked(window: MainWindow, words: Words) -> None:
    window.show_window(window_state(words, None, theme="dark", language="en"))
    checked = [key for key in keys(window) if action(window, key).isChecked()]
    assert checked == ["theme.dark", "language.en"]


def test_another_language_renames_the_menus(window: MainWindow) -> None:
    window.show_window(window_state(words_in(Language("de", "DE")), None))
    assert next(each.text() for each in window.bar.actions()) == "&Datei"


def test_a_call_by_hand_opens_its_form(window: MainWindow) -> None:
    action(window, "call").trigger()
    form = child(window.page, StartCall)
    assert isinstance(form, StartCall)
    assert form.isVisible()
    assert form.isAncestorOf(window.focusWidget())


def test_a_started_call_gives_the_keyboard_back(qtbot: QtBot, window: MainWindow) -> None:
    table = child(window.page, EntriesTable)
    table.setFocus()
    action(window, "call").trigger()
    with qtbot.waitSignal(window.page.call_started):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert table.hasFocus()


def test_the_form_of_a_call_is_scrolled_into_sight(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(480, 360)
    bar = area_of(window).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    action(window, "call").trigger()
    form = child(window.page, StartCall)
    qtbot.waitUntil(lambda: not form.visibleRegion().isEmpty())


def test_tab_reaches_everything(window: MainWindow) -> None:
    reached = walk(window)
    kinds = {type(each) for each in reached}
    assert {RailButton, Dial, MeterCard, EntriesTable} <= kinds
    banner = child(window.page, BannerFrame)
    assert isinstance(banner, BannerFrame)
    assert {banner.why, banner.later} <= set(reached)


def test_everything_that_tab_reaches_has_a_name(window: MainWindow) -> None:
    nameless = [each for each in walk(window) if not name_of(each)]
    assert nameless == []


def test_the_receipt_takes_the_keyboard_and_gives_it_back(
    qtbot: QtBot, window: MainWindow, words: Words
) -> None:
    table = child(window.page, EntriesTable)
    assert isinstance(table, EntriesTable)
    table.setFocus()
    window.show_receipt(receipt_state(words, states.call_receipt()))
    panel = child(window, ReceiptPanel)
    assert isinstance(panel, ReceiptPanel)
    assert panel.hasFocus()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert table.hasFocus()


@pytest.mark.parametrize(("width", "covers"), [(480, True), (1200, False)])
def test_the_receipt_covers_a_small_page_and_leaves_a_large_one(
    window: MainWindow, words: Words, width: int, *, covers: bool
) -> None:
    window.resize(width, 500)
    window.show_receipt(receipt_state(words, states.call_receipt()))
    panel, rail = child(window, ReceiptPanel), rail_of(window)
    assert isinstance(panel, ReceiptPanel)
    assert (panel.x() == rail.width()) is covers
    assert panel.mapTo(window, QPoint(panel.width(), 0)).x() == width


def test_an_import_has_a_row_that_can_be_put_away(window: MainWindow, words: Words) -> None:
    window.show_import(import_done(words, "calls.csv", Counts(9, 7, 1, 1)))
    assert window.import_row.isVisible()
    window.show_import(None)
    assert not window.import_row.isVisible()


def test_old_figures_are_marked_in_the_rail(words: Words) -> None:
    state = window_state(words, states.statuses()["stale"])
    assert (state.age_mark, state.age) == ("clock", "As of 20 Nov 09:05 · out of date")


@pytest.mark.program
def test_the_window_loads_nothing_heavy() -> None:
    script = f"import sys, ui.window.window; print([m for m in {_HEAVY} if m in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def area_of(window: MainWindow) -> QScrollArea:
    return next(each for each in window.findChildren(QScrollArea) if each.widget() is window.page)


def cut(window: MainWindow) -> list[str]:
    """The sentences that have less room than they need."""
    labels = (each for each in window.findChildren(QLabel) if each.isVisible())
    return [
        each.text()
        for each in labels
        if (each.wordWrap() and each.height() < each.heightForWidth(each.width()))
        or (not each.wordWrap() and each.width() < each.minimumSizeHint().width())
    ]


def rail_of(window: MainWindow) -> Rail:
    rail = child(window, Rail)
    assert isinstance(rail, Rail)
    return rail


def keys(window: MainWindow) -> list[str]:
    return [str(each.data()) for each in lines(window.bar.actions()) if each.data()]


def action(window: MainWindow, key: str) -> QAction:
    return next(each for each in lines(window.bar.actions()) if each.data() == key)


def lines(actions: list[QAction]) -> Iterator[QAction]:
    """Every line of the menus, those of submenus too."""
    for each in actions:
        yield each
        menu = each.menu()
        if isinstance(menu, QMenu):
            yield from lines(menu.actions())


def walk(window: MainWindow) -> list[QWidget]:
    """What Tab reaches, in its order, until it comes round."""
    reached: list[QWidget] = []
    for _ in range(60):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            break
        reached.append(focus)
    return reached


def name_of(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")
