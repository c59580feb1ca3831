"""The first page: what it asks for while there is no plan or no data."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.meter import FirstReading
from app.wording.words import Words
from ui.theme.theme import Theme
from ui.welcome.page import WelcomeCard
from ui.welcome.state import Sources, welcome_state


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> WelcomeCard:
    card = WelcomeCard(theme)
    qtbot.addWidget(card)
    return card


def buttons(card: WelcomeCard) -> dict[str, QPushButton]:
    return {each.text(): each for each in card.findChildren(QPushButton)}


def test_without_a_plan_the_plan_comes_first(words: Words) -> None:
    state = welcome_state(words, planned=False)
    assert [(step.key, step.done) for step in state.steps] == [
        ("plan", False),
        ("join", False),
        ("accounts", False),
        ("import", False),
        ("sample", False),
    ]


def test_whoever_is_connected_waits_for_the_companys_plan(words: Words) -> None:
    state = welcome_state(words, Sources(joined=True), planned=False)
    assert [step.key for step in state.steps] == ["plan", "accounts", "import", "sample"]
    assert state.steps[0].detail.startswith("Your company has not entered its plan")


def test_with_a_plan_only_entries_are_missing(words: Words) -> None:
    state = welcome_state(words, planned=True)
    assert state.title == "No data yet"
    assert [step.key for step in state.steps if step.done] == ["plan"]


def test_a_first_reading_is_said_instead_of_no_data(words: Words) -> None:
    sources, first = Sources(accounts=True), FirstReading("Northwind")
    state = welcome_state(words, sources, planned=True, first=first)
    assert state.title == "The first reading is under way"
    assert state.sentence.startswith("Northwind is being read.")
    assert [step.key for step in state.steps if step.done] == ["plan", "accounts"]


def test_accounts_that_brought_nothing_are_said(words: Words) -> None:
    state = welcome_state(words, Sources(accounts=True), planned=True)
    assert state.sentence == "No call or text has come from your accounts so far."


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("Choose plan…", "plan_asked"),
        ("Connect an account…", "accounts_asked"),
        ("Import…", "import_asked"),
        ("Open the sample month", "sample_asked"),
    ],
)
def test_each_step_can_be_asked_for(
    qtbot: QtBot, card: WelcomeCard, words: Words, text: str, news: str
) -> None:
    card.show_state(welcome_state(words, planned=False))
    with qtbot.waitSignal(getattr(card, news)):
        QTest.mouseClick(buttons(card)[text], Qt.MouseButton.LeftButton)


def test_the_first_step_that_waits_is_the_main_one(card: WelcomeCard, words: Words) -> None:
    card.show_state(welcome_state(words, planned=True))
    main = [text for text, each in buttons(card).items() if each.property("part") == "main"]
    assert main == ["Connect an account…"]


def test_while_something_is_read_no_step_is_the_main_one(card: WelcomeCard, words: Words) -> None:
    sources, first = Sources(accounts=True), FirstReading("Northwind")
    card.show_state(welcome_state(words, sources, planned=True, first=first))
    assert all(each.property("part") != "main" for each in buttons(card).values())


def test_a_step_that_is_done_has_no_button(card: WelcomeCard, words: Words) -> None:
    card.show_state(welcome_state(words, planned=True))
    assert "Choose plan…" not in buttons(card)


def test_the_same_steps_again_leave_the_keyboard_where_it_is(
    card: WelcomeCard, words: Words
) -> None:
    card.show_state(welcome_state(words, planned=False))
    before = buttons(card)
    card.show_state(welcome_state(words, planned=False))
    assert buttons(card) == before
