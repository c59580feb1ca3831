"""What the first steps offer follows from what was answered, and from what is there."""

from dataclasses import replace

from app.domain.rollout import Rollout
from app.wording.words import Words
from ui.first_run.answers import COMPANY, Answers
from ui.first_run.state import Around, PlanChoice, first_run_state

CALLS = (PlanChoice("hubspot-free", "HubSpot Free"),)
TEXTS = (PlanChoice("aircall-us-ca", "Aircall with US/CA bundle", anchored=True),)
AROUND = Around(CALLS, TEXTS, "Europe/Berlin", "Germany", can_start_at_login=True)


def offered(words: Words, around: Around = AROUND, *uses: str, whose: str = "alone") -> list[str]:
    answers = Answers(step=1, uses=frozenset(uses), whose=whose)
    return [offer.key for offer in first_run_state(words, answers, around).offers]


def asked(words: Words, *uses: str, around: Around = AROUND) -> tuple[bool, bool]:
    answers = Answers(step=2, uses=frozenset(uses))
    plan = first_run_state(words, answers, around).plan
    return bool(plan.calls), bool(plan.texts)


def test_what_is_used_is_what_can_be_connected(words: Words) -> None:
    assert offered(words, AROUND, "aircall") == ["connect.aircall", "import", "sample"]
    assert offered(words, AROUND, "softphone") == ["import", "sample"]


def test_without_an_answer_everything_is_offered(words: Words) -> None:
    providers = ["connect.hubspot", "connect.aircall", "connect.twilio"]
    assert offered(words) == [*providers, "import", "sample"]


def test_an_invitation_comes_first(words: Words) -> None:
    assert offered(words, AROUND, "hubspot", whose=COMPANY)[0] == "join"


def test_the_invitation_names_the_server_that_was_rolled_out(words: Words) -> None:
    around = replace(AROUND, offered=Rollout(server="https://plans.example.com"))
    (first, *_) = first_run_state(words, Answers(step=1, whose=COMPANY), around).offers
    assert first.detail.startswith("With an invitation to plans.example.com from an owner")


def test_an_invitation_on_the_computer_tells_no_secret(words: Words) -> None:
    around = replace(AROUND, offered=Rollout(server="https://plans.example.com/join#secret"))
    (first, *_) = first_run_state(words, Answers(step=1, whose=COMPANY), around).offers
    assert first.detail == "An invitation of your company is on this computer already."


def test_what_is_done_says_so(words: Words) -> None:
    around = Around(connected=frozenset({"hubspot"}), company="Acme", entries=True)
    state = first_run_state(words, Answers(step=1), around)
    done = {offer.key: offer.done for offer in state.offers}
    assert done["join"] == "Connected to Acme."
    assert done["connect.hubspot"] == "Connected."
    assert done["import"] == "Calls and texts are here. More can be imported at any time."
    assert not done["connect.twilio"]


def test_the_plans_asked_for_fit_what_is_used(words: Words) -> None:
    assert asked(words, "hubspot") == (True, False)
    assert asked(words, "aircall") == (False, True)
    assert asked(words, "softphone", "aircall") == (True, True)
    assert asked(words) == (True, True)


def test_a_plan_that_stands_is_not_asked_for_again(words: Words) -> None:
    around = Around(CALLS, TEXTS, company="Acme")
    state = first_run_state(words, Answers(step=2), around)
    assert state.plan.held == "The plan of Acme holds here."
    assert asked(words, around=around) == (False, False)


def test_not_knowing_the_plan_is_an_answer(words: Words) -> None:
    state = first_run_state(words, Answers(step=2), AROUND)
    assert state.plan.calls[0].title == "I don’t know yet"
    assert state.next == "Finish"


def test_habits_are_off_unless_chosen(words: Words) -> None:
    habits = first_run_state(words, Answers(step=2), AROUND).plan.habits
    assert [(habit.key, habit.ticked) for habit in habits] == [
        ("holidays", False),
        ("at_login", False),
    ]
    assert "Germany" in habits[0].text


def test_staying_in_the_tray_is_asked_where_there_is_one(words: Words) -> None:
    state = first_run_state(words, Answers(step=2), replace(AROUND, has_tray=True))
    last = state.plan.habits[-1]
    assert (last.key, last.ticked) == ("stay", True)
    assert last.text == "Stay in the tray when the window is closed"
