"""The page: every wish is news, everything is reached by keyboard, and no width cuts it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support import plan_pages
from tests.support.looking import cut, name_of, walk
from tests.support.meters import NOW
from tests.support.widgets import child
from ui.plan_page.empty import EmptyCard
from ui.plan_page.news import NewsRow
from ui.plan_page.page import PlanPage
from ui.plan_page.people import PeopleCard
from ui.plan_page.person_menu import PersonMenu
from ui.plan_page.state import plan_page_state
from ui.theme.theme import Theme
from ui.widgets.chip import Chip, PressChip
from ui.widgets.link import LinkButton
from ui.widgets.table import LinesTable


@pytest.mark.parametrize(
    ("name", "news"),
    [
        ("What if…", "what_if_asked"),
        ("Invite…", "invite_asked"),
        ("People and access…", "access_asked"),
    ],
)
def test_every_button_is_news(qtbot: QtBot, page: PlanPage, name: str, news: str) -> None:
    with qtbot.waitSignal(getattr(page, news)):
        child(page, QPushButton, name).click()


@pytest.mark.parametrize(
    ("name", "part"),
    [("Edit company…", "profile"), ("Edit seats…", "seats"), ("Edit contract…", "contract")],
)
def test_every_part_has_its_own_edit(qtbot: QtBot, page: PlanPage, name: str, part: str) -> None:
    with qtbot.waitSignal(page.edit_asked) as asked:
        child(page, LinkButton, name).click()
    assert asked.args == [part]


def test_the_plan_is_edited_below_the_people(qtbot: QtBot, page: PlanPage) -> None:
    with qtbot.waitSignal(page.edit_asked) as asked:
        child(page, QPushButton, "Edit plan…").click()
    assert asked.args == ["plan"]


def test_a_sync_is_asked_for_in_the_head(qtbot: QtBot, page: PlanPage) -> None:
    with qtbot.waitSignal(page.sync_asked):
        child(page, LinkButton, "Sync now").click()


def test_the_rule_opens_where_it_was_published(qtbot: QtBot, page: PlanPage) -> None:
    with qtbot.waitSignal(page.source_opened) as opened:
        child(page, LinkButton, "rule of 11 Jan 2019").click()
    assert opened.args[0].startswith("https://knowledge.hubspot.com/")


def test_the_steps_of_linking_open_hubspots_settings(qtbot: QtBot, page: PlanPage) -> None:
    child(page, LinkButton, "Link an account").click()
    opener = child(page, QPushButton, "Open HubSpot’s settings")
    assert opener.isVisible()
    with qtbot.waitSignal(page.connect_page_opened):
        opener.click()


def test_one_marks_oneself_as_no_longer_linked(qtbot: QtBot, page: PlanPage) -> None:
    with qtbot.waitSignal(page.link_asked) as asked:
        child(page, LinkButton, "Mark me as not linked").click()
    assert asked.args == ["Jana", False]


def test_the_last_chip_shows_every_destination(qtbot: QtBot, page: PlanPage) -> None:
    before = len(chips(page))
    child(page, PressChip, "+ 18").click()
    qtbot.waitUntil(lambda: len(chips(page)) == before - 1 + 18)


def test_steps_are_folded_until_they_are_wanted(page: PlanPage) -> None:
    step = "Choose Plan, then Included call destinations."
    assert not child(page, QLabel, step).isVisible()
    child(page, LinkButton, "Check it in Aircall").click()
    assert child(page, QLabel, step).isVisible()


def test_what_was_unfolded_stays_open(page: PlanPage, words: Words) -> None:
    child(page, LinkButton, "Check it in Aircall").click()
    page.show_state(plan_page_state(words, plan_pages.offline(), NOW))
    assert child(page, QLabel, "Choose Plan, then Included call destinations.").isVisible()


def test_news_are_put_away_by_their_id(qtbot: QtBot, page: PlanPage, words: Words) -> None:
    page.show_state(plan_page_state(words, plan_pages.agent(), NOW))
    with qtbot.waitSignal(page.news_put_away) as put_away:
        child(child(page, NewsRow), QPushButton, "Put away").click()
    assert put_away.args == [(7,)]


def test_an_empty_page_chooses_or_joins(qtbot: QtBot, page: PlanPage, words: Words) -> None:
    page.show_state(plan_page_state(words, plan_pages.nothing(), NOW))
    with qtbot.waitSignal(page.edit_asked):
        child(page, QPushButton, "Choose a plan…").click()
    with qtbot.waitSignal(page.join_asked):
        child(child(page, EmptyCard), QPushButton, "Connect to your company…").click()


def test_a_lost_sign_in_leads_to_the_join(qtbot: QtBot, page: PlanPage, words: Words) -> None:
    page.show_state(plan_page_state(words, plan_pages.signed_out(), NOW))
    with qtbot.waitSignal(page.join_asked):
        child(page, QPushButton, "Sign in again…").click()


def test_an_agents_page_shows_no_card_of_the_owner(page: PlanPage, words: Words) -> None:
    page.show_state(plan_page_state(words, plan_pages.agent(), NOW))
    texts = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert "Contract" not in texts
    assert "People" not in texts
    assert any(text.startswith("Aircall shows the plan to owners only") for text in texts)


def test_a_person_has_a_menu_by_key(qtbot: QtBot, page: PlanPage) -> None:
    menu = menu_of(page, line=1)
    with qtbot.waitSignal(page.link_asked) as asked:
        line_of(menu, "Mark as no longer linked").trigger()
    assert asked.args == ["Omar", False]


def test_a_licence_is_changed_in_the_menu(qtbot: QtBot, page: PlanPage) -> None:
    menu = menu_of(page, line=2)
    licences = {each.text(): each for each in licence_menu(menu).actions()}
    assert licences["additional"].isChecked()
    with qtbot.waitSignal(page.licence_asked) as asked:
        licences["committed"].trigger()
    assert asked.args == ["m-3", "committed"]


def test_entries_of_a_person_are_one_line_away(qtbot: QtBot, page: PlanPage, words: Words) -> None:
    page.show_state(plan_page_state(words, plan_pages.local(), NOW))
    menu = menu_of(page, line=0)
    with qtbot.waitSignal(page.entry_list_asked) as asked:
        line_of(menu, "Show calls and texts").trigger()
    assert asked.args == ["me"]


def test_the_menu_of_a_person_is_walked_by_keys(qtbot: QtBot, page: PlanPage) -> None:
    menu = menu_of(page, line=1)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.link_asked) as asked:
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert asked.args == ["Omar", False]


def test_a_click_on_the_dots_opens_the_menu(page: PlanPage) -> None:
    table = people_table(page)
    last = table.model().columnCount() - 1
    place = table.visualRect(table.model().index(0, last)).center()
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert open_menu(page).isVisible()
    open_menu(page).close()


def test_tab_reaches_everything_in_the_order_it_is_read(page: PlanPage) -> None:
    reached = walk(child(page, LinkButton, "Sync now"))
    assert all(name_of(each) for each in reached)
    places = [each.mapTo(page, QPoint(0, 0)) for each in reached]
    assert len(reached) >= 20
    tables = [each for each in reached if isinstance(each, LinesTable)]
    assert len(tables) == 7
    tops = [place.y() for place in places]
    assert tops.index(max(tops)) == len(tops) - 1


@pytest.mark.parametrize("name", sorted(set(plan_pages.pages()) - {"plan_crowded"}))
@pytest.mark.parametrize("code", ["en", "de"])
def test_no_page_is_wider_than_its_place_or_cut(
    qtbot: QtBot, page: PlanPage, name: str, code: str
) -> None:
    area = area_of(page)
    page.show_state(plan_page_state(words_in(Language(code)), plan_pages.pages()[name], NOW))
    for width in (340, 420, 700, 1000, 1500):
        area.resize(width, 500)
        qtbot.waitUntil(lambda: page.width() <= area.viewport().width() and unfit(page) == [])


def test_a_state_after_another_is_shown_whole(qtbot: QtBot, page: PlanPage, words: Words) -> None:
    names = sorted(set(plan_pages.pages()) - {"plan_crowded"})
    for name in (*names, *reversed(names)):
        page.show_state(plan_page_state(words, plan_pages.pages()[name], NOW))
        qtbot.waitUntil(lambda: unfit(page) == [])


def test_a_thousand_people_scroll_in_their_own_table(page: PlanPage, words: Words) -> None:
    page.show_state(plan_page_state(words, plan_pages.crowded(), NOW))
    table = people_table(page)
    assert table.model().rowCount() == 1000
    assert table.height() < 700


def test_a_very_wide_page_keeps_its_lines_short(qtbot: QtBot, page: PlanPage) -> None:
    area_of(page).resize(2400, 700)
    qtbot.waitUntil(lambda: page.width() > 2000 and child(page, PeopleCard).width() <= 1180)


def test_nothing_stands_on_the_page_before_the_first_state(qtbot: QtBot, theme: Theme) -> None:
    page = PlanPage(theme)
    qtbot.addWidget(page)
    page.show()
    assert [part for part in page.findChildren(QWidget) if part.isVisible()] == []


def area_of(page: PlanPage) -> QScrollArea:
    area = page.window()
    assert isinstance(area, QScrollArea)
    return area


def chips(page: PlanPage) -> list[QWidget]:
    every = [*page.findChildren(Chip), *page.findChildren(PressChip)]
    return [each for each in every if each.isVisible()]


def people_table(page: PlanPage) -> LinesTable:
    return child(child(page, PeopleCard), LinesTable)


def menu_of(page: PlanPage, line: int) -> PersonMenu:
    """Open the menu of a line by the keyboard."""
    table = people_table(page)
    table.setFocus()
    table.setCurrentIndex(table.model().index(line, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    return open_menu(page)


def open_menu(page: PlanPage) -> PersonMenu:
    return child(page, PersonMenu)


def line_of(menu: QMenu, text: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == text)


def licence_menu(menu: QMenu) -> QMenu:
    found = line_of(menu, "Licence").menu()
    assert isinstance(found, QMenu)
    return found


def unfit(page: PlanPage) -> list[str]:
    """The sentences that have less room than they need, and tables that are not whole."""
    tables = [each for each in page.findChildren(LinesTable) if each.isVisible()]
    return cut(page) + [each.accessibleName() for each in tables if is_overlaid(each)]


def is_overlaid(table: LinesTable) -> bool:
    """Whether a neighbour in the same card begins above the end of a table."""
    bottom = table.geometry().bottom()
    card = table.parentWidget()
    assert card is not None
    others = [each for each in card.findChildren(QLabel) if each.isVisible()]
    tops = [each.geometry().top() for each in others if each.parentWidget() is card]
    return any(table.geometry().top() < top <= bottom for top in tops)
