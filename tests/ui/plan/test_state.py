"""What the plan dialog offers: the catalogue, and staying with what is in force."""

from app.machine.catalogue import plan_named, plan_names
from app.wording.words import Words
from tests.support import states
from ui.plan.state import PlanDialogState, plan_dialog_state


def offered(words: Words, state: str = "no_plan") -> PlanDialogState:
    plans = [plan_named(name) for name in plan_names()]
    return plan_dialog_state(words, plans, states.statuses()[state].meters, "Europe/Berlin")


def test_without_a_plan_the_first_choice_says_so(words: Words) -> None:
    state = offered(words)
    assert [state.calls[0].title, state.texts[0].title] == ["No plan yet", "No plan yet"]


def test_a_plan_in_force_can_be_stayed_with(words: Words) -> None:
    first = offered(words, "near").calls[0]
    assert (first.name, first.title) == ("", "Stay with HubSpot Professional")
    assert first.summary == "2,000 minutes a month"


def test_what_is_true_of_two_allowances_is_said_once(words: Words) -> None:
    texts = {option.name: option.summary for option in offered(words).texts}
    assert texts["aircall-no-bundle"] == "nothing included, each segment is billed"
