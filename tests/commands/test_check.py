"""What stops the next call is named."""

import pytest

from tests.support.console import Console

CALL = ["log", "call", "--to", "+14155550188", "--seconds"]


@pytest.mark.parametrize(
    ("plan", "calls", "seconds", "told"),
    [
        ("hubspot-free", 50, 0, "No calls left until 1 Dec, so this call is blocked."),
        ("hubspot-free", 1, 900, "No minutes left until 1 Dec, so this call is blocked."),
        ("hubspot-professional", 1, 120_000, "Link Twilio Connect to keep calling."),
    ],
)
def test_a_blocked_call_names_what_is_used_up(
    console: Console, plan: str, calls: int, seconds: int, told: str
) -> None:
    console.done("plan", "use", plan)
    for _ in range(calls):
        console.done(*CALL, seconds)
    answer = console.run("check", "+14155550188", "--json")
    assert answer.code == 1
    assert answer.json["text"].endswith(told)


def test_the_card_foretells_a_usual_call_with_the_number(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    for seconds in (60, 185, 3000):
        console.done(*CALL, seconds)
    card = console.done("check", "+14155550188", "--method", "phone", "--json").json
    assert card["usual"] == {"minutes": 4, "calls": 3, "with_number": True}
    left = card["remaining_now"]
    assert (card["expected"], card["after"]) == (8, left - 8)


def test_the_card_tells_place_and_time_there(console: Console) -> None:
    card = console.done("check", "+14155550188", "--json").json
    assert (card["place"], card["local_time"], card["zone"]) == (
        "San Francisco, CA", "04:00", "America/Los_Angeles",
    )  # fmt: skip
    assert "04:00 there · night there" in console.done("check", "+14155550188").out


def test_a_number_without_calls_goes_by_my_own_usual_call(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done(*CALL, 185)
    out = console.done("check", "+12125550123").out
    assert "Your usual call: 4 min, none with this number yet" in out
    assert "Browser: about 4 min · 1,992 min left after" in out
    assert "From phone, two legs: about 8 min · 1,988 min left after" in out


def test_a_short_number_is_not_made_sense_of(console: Console) -> None:
    answer = console.run("check", "911")
    assert answer.code == 2
    assert "short or emergency number" in answer.err
