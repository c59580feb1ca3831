"""The people: counts with units, and nothing where nothing is known."""

from dataclasses import replace

from app.domain.company import Role
from app.domain.meter import Level
from app.domain.plan_page import PlanPage
from app.wording.words import Words
from tests.support import plan_pages
from tests.support.meters import NOW
from ui.plan_page.people_state import PeopleState, people_state
from ui.theme.tone import Tone


def people_of(words: Words, page: PlanPage) -> PeopleState:
    state = people_state(words, page, NOW)
    assert state is not None
    return state


def test_each_person_has_minutes_texts_and_link(words: Words) -> None:
    lines = people_of(words, plan_pages.owner()).table.lines
    texts = [[cell.text for cell in line.cells if cell.text] for line in lines]
    assert texts == [
        ["Jana", "committed", "1,916", "412", "20", "linked"],
        ["Omar", "committed", "2,000 + 37 billed", "503", "12", "linked"],
        ["Lea", "additional", "377", "275", "6", "–"],
        ["unused licence", "committed", "–", "–", "–", "–"],
    ]


def test_a_line_is_read_with_its_units(words: Words) -> None:
    lines = people_of(words, plan_pages.owner()).table.lines
    assert lines[1].spoken == (
        "Omar, committed, 2,000 min + 37 billed, 503 SMS (40 % of the pool),"
        " 12 MMS (5 % of the pool), Twilio Connect linked"
    )


def test_billed_minutes_are_hatched_and_strong(words: Words) -> None:
    minutes, bar = people_of(words, plan_pages.owner()).table.lines[1].cells[2:4]
    assert minutes.tone is Tone.BILLED
    assert bar.bar is not None
    assert (bar.bar.filled, bar.bar.tone) == (1000, Tone.BILLED)


def test_near_the_limit_has_an_icon_beside_its_colour(words: Words) -> None:
    minutes = people_of(words, plan_pages.owner()).table.lines[0].cells[2]
    assert (minutes.tone, minutes.mark) == (Tone.NEAR, "near")


def test_calls_after_a_block_are_told_as_over(words: Words) -> None:
    over = replace(plan_pages.people()[0], over=12, level=Level.BLOCKED)
    page = replace(plan_pages.owner(), people=(over,))
    assert people_of(words, page).table.lines[0].cells[2].text == "1,916 + 12 over"


def test_who_never_sent_has_no_report_yet_instead_of_nothing_used(words: Words) -> None:
    line = people_of(words, plan_pages.offline()).table.lines[2]
    assert line.cells[0].note == "no report yet"
    assert [cell.text for cell in line.cells[2:6]] == ["–", "", "–", "–"]


def test_on_one_desktop_nobody_is_asked_for_a_report(words: Words) -> None:
    me = replace(plan_pages.local().people[0], minutes=None, sms=None, mms=None, mine=False)
    page = replace(plan_pages.local(), people=(me,))
    assert people_of(words, page).table.lines[0].cells[0].note == ""


def test_an_unused_licence_has_no_menu(words: Words) -> None:
    assert [line.key for line in people_of(words, plan_pages.owner()).table.lines] == [
        "0",
        "1",
        "2",
        "",
    ]


def test_without_twilio_connect_there_is_neither_its_column_nor_its_line(words: Words) -> None:
    state = people_of(words, replace(plan_pages.owner(), connect=None))
    assert "Twilio" not in [column.title for column in state.table.columns]
    assert state.menu.link == ""


def test_an_agent_sees_nobody_even_if_the_page_held_somebody(words: Words) -> None:
    page = replace(plan_pages.owner(), role=Role.AGENT)
    assert people_state(words, page, NOW) is None


def test_entries_are_offered_where_this_computer_has_them(words: Words) -> None:
    assert people_of(words, plan_pages.local()).people[0].entries == "me"
    assert people_of(words, plan_pages.owner()).people[0].entries == ""


def test_a_licence_is_changed_by_the_member_where_there_is_one(words: Words) -> None:
    assert people_of(words, plan_pages.owner()).people[2].id == "m-3"
    assert people_of(words, plan_pages.local()).people[0].id == "me"
