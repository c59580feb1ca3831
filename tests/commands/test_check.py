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
