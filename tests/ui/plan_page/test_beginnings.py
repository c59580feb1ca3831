"""What the page says where something is missing: a plan, a name, the server."""

from dataclasses import replace

from app.domain.plan_page import PlanPage
from app.domain.problem import Problem, mark
from app.wording.words import Words
from tests.support import plan_pages
from tests.support.meters import NOW
from tests.support.wordings import GERMAN
from ui.plan_page.state import PlanPageState, plan_page_state


def shown(words: Words, page: PlanPage) -> PlanPageState:
    return plan_page_state(words, page, NOW)


def test_trouble_of_the_server_is_told_in_the_persons_language() -> None:
    connected = plan_pages.owner().connected
    assert connected is not None
    problem = Problem(mark("No company is joined here."))
    page = replace(
        plan_pages.owner(), connected=replace(connected, trouble=str(problem), problem=problem)
    )
    assert shown(GERMAN, page).head.notes[0] == "Hier ist kein Unternehmen verbunden."


def test_a_company_without_a_plan_asks_its_owner_for_one(words: Words) -> None:
    page = replace(plan_pages.owner(), plans=(), people=())
    state = plan_page_state(words, page, NOW, "Europe/Berlin")
    assert state.head.source[1] == "as of 14:05"
    assert state.empty is not None
    assert state.empty.sentence.startswith("Choose your company’s plan.")
    assert state.empty.join == ""


def test_where_nothing_was_entered_no_source_is_told(words: Words) -> None:
    assert shown(words, plan_pages.nothing()).head.source == ()


def test_somebody_without_a_name_is_told_as_you(words: Words) -> None:
    person = replace(plan_pages.local().people[0], name="me", mine=True)
    people = shown(words, replace(plan_pages.local(), people=(person,))).people
    assert people is not None
    assert (people.table.lines[0].cells[0].text, people.table.lines[0].cells[0].note) == ("You", "")
