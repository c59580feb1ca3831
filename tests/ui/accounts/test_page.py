"""The page: every wish is news, everything is reached by keyboard, and no width cuts it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support import accounts_pages
from tests.support.looking import cut, name_of, walk
from tests.support.widgets import child
from ui.accounts.acts import Act
from ui.accounts.card import AccountCard
from ui.accounts.company import CompanyCard
from ui.accounts.empty import ProviderTile
from ui.accounts.page import AccountsPage
from ui.accounts.people import PeopleFold
from ui.accounts.round import RoundRow
from ui.accounts.trouble import TroubleRow
from ui.accounts.user_menu import UserPersonMenu
from ui.theme.theme import Theme
from ui.widgets.link import LinkButton
from ui.widgets.table import LinesTable


@pytest.mark.parametrize(("name", "act"), [("Sync now", Act.SYNC), ("Pause", Act.PAUSE)])
def test_a_button_asks_for_its_own_connection(
    qtbot: QtBot, page: AccountsPage, name: str, act: Act
) -> None:
    with qtbot.waitSignal(page.asked) as asked:
        child(page.card(2), QPushButton, name).click()
    assert asked.args == [2, act]


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("Test the key", Act.TEST),
        ("New key…", Act.KEY),
        ("Rename…", Act.RENAME),
        ("Options…", Act.OPTIONS),
        ("Remove…", Act.REMOVE),
    ],
)
def test_the_rest_is_in_a_menu(qtbot: QtBot, page: AccountsPage, name: str, act: Act) -> None:
    lines = {each.text(): each for each in page.card(3).findChildren(QAction)}
    with qtbot.waitSignal(page.asked) as asked:
        lines[name].trigger()
    assert asked.args == [3, act]


def test_another_account_is_connected_at_the_head(qtbot: QtBot, page: AccountsPage) -> None:
    with qtbot.waitSignal(page.connect_asked) as asked:
        child(page, QPushButton, "Connect an account…").click()
    assert asked.args == [""]


def test_a_tile_is_pressed_by_key(qtbot: QtBot, page: AccountsPage, words: Words) -> None:
    page.show_state(accounts_pages.shown(words, "empty"))
    tile = page.findChildren(ProviderTile)[2]
    with qtbot.waitSignal(page.connect_asked) as asked:
        QTest.keyClick(tile, Qt.Key.Key_Return)
    assert asked.args == ["twilio"]


def test_files_are_another_way_to_begin(qtbot: QtBot, page: AccountsPage, words: Words) -> None:
    page.show_state(accounts_pages.shown(words, "empty"))
    with qtbot.waitSignal(page.files_asked):
        child(page, QPushButton, "Import files…").click()


def test_the_company_is_asked_through_its_own_card(qtbot: QtBot, page: AccountsPage) -> None:
    with qtbot.waitSignal(page.company_asked) as asked:
        child(child(page, CompanyCard), QPushButton, "Disconnect…").click()
    assert asked.args == ["leave"]


def test_trouble_has_the_button_that_mends_it(
    qtbot: QtBot, page: AccountsPage, words: Words
) -> None:
    page.show_state(accounts_pages.shown(words, "signed_out"))
    with qtbot.waitSignal(page.asked) as asked:
        child(child(page.card(1), TroubleRow), QPushButton).click()
    assert asked.args == [1, Act.KEY]


def test_a_round_is_shown_and_stopped(qtbot: QtBot, page: AccountsPage, words: Words) -> None:
    page.show_state(accounts_pages.shown(words, "first_sync"))
    row = child(page.card(1), RoundRow)
    assert child(row, QProgressBar).accessibleName() == "HubSpot · calls: 3,600 of 12,400"
    with qtbot.waitSignal(page.asked) as asked:
        child(row, QPushButton, "Stop").click()
    assert asked.args == [1, Act.STOP]


def test_there_is_nothing_to_sync_while_a_round_runs(page: AccountsPage, words: Words) -> None:
    page.show_state(accounts_pages.shown(words, "first_sync"))
    names = [each.text() for each in page.card(1).findChildren(QPushButton) if each.isVisible()]
    assert names == ["Stop", "Pause", "More ▾"]


def test_a_key_pressed_twice_stops_a_round_and_pauses_nothing(
    page: AccountsPage, words: Words
) -> None:
    child(page.card(1), QPushButton, "Sync now").setFocus()
    page.show_state(accounts_pages.shown(words, "first_sync"))
    assert child(page.card(1), QPushButton, "Stop").hasFocus()
    page.show_state(accounts_pages.shown(words, "fine"))
    assert child(page.card(1), QPushButton, "Sync now").hasFocus()


def test_this_is_me_is_said_by_keys(qtbot: QtBot, page: AccountsPage) -> None:
    menu = menu_of(page, line=1)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.identified) as identified:
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert identified.args == [1, "102", ""]


def test_another_person_is_chosen_in_the_menu(qtbot: QtBot, page: AccountsPage) -> None:
    lines = {each.text(): each for each in menu_of(page, line=1).actions()}
    assert lines["Omar"].isChecked()
    with qtbot.waitSignal(page.identified) as identified:
        lines["Lea"].trigger()
    assert identified.args == [1, "102", "Lea"]


def test_a_person_who_is_not_in_the_menu_is_asked_for(qtbot: QtBot, page: AccountsPage) -> None:
    lines = {each.text(): each for each in menu_of(page, line=0).actions()}
    with qtbot.waitSignal(page.other_asked) as asked:
        lines["Another person…"].trigger()
    assert asked.args == [1, "101"]


def test_what_was_unfolded_stays_open(page: AccountsPage, words: Words) -> None:
    child(child(page.card(1), PeopleFold), LinkButton).click()
    page.show_state(accounts_pages.shown(words, "trouble"))
    assert people_table(page).isVisible()


def test_the_keyboard_stays_where_it_was(page: AccountsPage, words: Words) -> None:
    pressed = child(page.card(1), QPushButton, "Pause")
    pressed.setFocus()
    page.show_state(accounts_pages.shown(words, "trouble"))
    assert QApplication.focusWidget() is pressed


def test_a_connection_that_is_gone_has_no_card(page: AccountsPage, words: Words) -> None:
    page.show_state(accounts_pages.shown(words, "many"))
    shown = [each for each in page.findChildren(AccountCard) if each.isVisible()]
    assert shown == [page.card(1)]


def test_tab_reaches_everything_in_the_order_it_is_read(page: AccountsPage) -> None:
    reached = walk(child(page, QPushButton, "Connect an account…"))
    assert all(name_of(each) for each in reached)
    tops = [each.mapTo(page, QPoint(0, 0)).y() for each in reached]
    assert len(reached) >= 13
    assert tops == sorted(tops)


@pytest.mark.parametrize("name", sorted(accounts_pages.pages()))
@pytest.mark.parametrize("code", ["en", "de"])
def test_no_page_is_wider_than_its_place_or_cut(
    qtbot: QtBot, page: AccountsPage, name: str, code: str
) -> None:
    area = page.window()
    assert isinstance(area, QScrollArea)
    page.show_state(accounts_pages.shown(words_in(Language(code)), name))
    for width in (340, 480, 700, 1000, 1600):
        area.resize(width, 500)
        qtbot.waitUntil(lambda: page.width() <= area.viewport().width() and cut(page) == [])


def test_nothing_stands_on_the_page_before_the_first_state(qtbot: QtBot, theme: Theme) -> None:
    page = AccountsPage(theme)
    qtbot.addWidget(page)
    page.show()
    assert [part for part in page.findChildren(QWidget) if part.isVisible()] == []


def people_table(page: AccountsPage) -> LinesTable:
    return child(child(page.card(1), PeopleFold), LinesTable)


def menu_of(page: AccountsPage, line: int) -> UserPersonMenu:
    """Open the menu of a user by the keyboard."""
    child(child(page.card(1), PeopleFold), LinkButton).click()
    table = people_table(page)
    table.setFocus()
    table.setCurrentIndex(table.model().index(line, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    return child(page, UserPersonMenu)


def test_who_is_who_opens_once_when_the_page_asks_which_one_is_me(
    page: AccountsPage, words: Words
) -> None:
    page.show_state(accounts_pages.shown(words, "many"))
    fold = child(page.card(1), PeopleFold)
    assert child(fold, LinesTable).isVisible()
    child(fold, LinkButton).click()
    page.show_state(accounts_pages.shown(words, "many"))
    assert not child(fold, LinesTable).isVisible()
