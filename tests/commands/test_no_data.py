"""What was never seen is told as unknown, not as nought."""

from pathlib import Path

import pytest

from tests.support.console import Console
from tests.support.records import call, lines


@pytest.fixture
def planned(console: Console) -> Console:
    console.done("plan", "use", "hubspot-professional")
    return console


@pytest.mark.parametrize(
    "said", [{"provider": "aircall"}, {"app_id": "7"}, {"counts_toward": "none"}]
)
def test_calls_that_no_hubspot_plan_counts_are_no_data_of_it(
    planned: Console, tmp_path: Path, said: dict[str, str]
) -> None:
    planned.done("import", lines(tmp_path / "a.jsonl", [call(1, **said)]))
    meter = planned.meter("minutes")
    assert (meter["level"], meter["used"], meter["remaining"]) == ("no_data", None, None)
    assert planned.done("verify", "--json").json["ok"] is True


def test_a_call_that_turns_out_to_be_another_apps_is_no_data(
    planned: Console, tmp_path: Path
) -> None:
    planned.done("import", lines(tmp_path / "a.jsonl", [call(1)]))
    assert planned.meter("minutes")["used"] == 1
    planned.done("import", lines(tmp_path / "b.jsonl", [call(1, app_id="7")]))
    assert planned.meter("minutes")["level"] == "no_data"
    assert planned.done("verify", "--json").json == {
        "version": 1,
        "ok": True,
        "entries": 1,
        "differences": [],
    }


def test_without_any_entry_nobody_knows_what_is_left(planned: Console) -> None:
    card = planned.done("check", "+14155550188", "--json").json
    assert (card["allowed"], card["outcome"], card["remaining_now"]) == (True, "included", None)
    assert card["text"] == "No data yet, so nobody knows what is left of HubSpot Professional."


def test_an_open_call_alone_is_something_known(planned: Console) -> None:
    planned.done("hook", "start", "--number", "+14155550199")
    assert planned.done("check", "+14155550188", "--json").json["remaining_now"] == 1999
