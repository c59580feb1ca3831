"""Whose an entry is, and toward which plan it counts."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.console import Console
from tests.support.exports import aircall_calls_csv, hubspot_calls_csv
from tests.support.records import OWN, TWILIO, call, leg, lines, table

HUBSPOT = (
    *("Record ID", "Activity date", "Call direction", "Call duration", "From number"),
    *("To number", "Call status", "Activity assigned to"),
)
HOUR = ["log", "call", "--to", "+12125550123", "--seconds", 3_600]


@pytest.fixture(autouse=True)
def plan(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")


def used(console: Console, *words: str) -> dict[str, Any]:
    meters = console.done("status", "--json", *words).json["meters"]
    return {meter["agent"]: meter["used"] for meter in meters}


def hubspot(path: Path, *people: str) -> Path:
    rows = [
        (n, "2026-11-03 10:00", "Outbound", "0:01:00", OWN, "+12125550123", "Completed", person)
        for n, person in enumerate(people, 1)
    ]
    return table(path, HUBSPOT, *rows)


def test_until_i_have_a_name_the_agent_reads_me(console: Console) -> None:
    console.done(*HOUR)
    assert used(console) == {"me": 60}
    assert console.done("explain", 1, "--json").json["agent"] == "me"


def test_the_one_person_of_a_file_is_me_and_the_import_says_so(
    console: Console, tmp_path: Path
) -> None:
    console.done(*HOUR)
    answer = console.done("import", hubspot(tmp_path / "a.csv", "Jana", "Jana"))
    assert "Every record is Jana's, so that is you." in answer.out
    assert used(console) == {"Jana": 62}


def test_of_several_people_all_are_kept_and_shown_until_i_am_named(
    console: Console, tmp_path: Path
) -> None:
    answer = console.done("import", hubspot_calls_csv(tmp_path / "a.csv", 8, seconds=60))
    assert "Which one are you?" in answer.out
    assert used(console) == {"Jana": 2, "Luca": 2, "Mei": 2, "Omar": 2}
    console.done("me", "--name", "Omar")
    assert used(console) == {"Omar": 2}
    assert used(console, "--agent", "all") == {"Omar": 2, "Jana": 2, "Luca": 2, "Mei": 2}
    assert used(console, "--agent", "jana") == {"Jana": 2}
    assert used(console, "--agent", "me") == {"Omar": 2}


def test_an_agent_nobody_knows_is_wrong_usage(console: Console, tmp_path: Path) -> None:
    console.done("import", hubspot(tmp_path / "a.csv", "Jana"))
    answer = console.run("status", "--agent", "Nobody")
    assert (answer.code, answer.err) == (2, "No record names Nobody. Known are: Jana.\n")


def test_records_without_a_name_belong_to_the_owner_of_the_number(
    console: Console, tmp_path: Path
) -> None:
    console.done("import", hubspot(tmp_path / "a.csv", "Jana", "Omar"))
    console.done("me", "--name", "Omar", "--number", "+14155550111")
    later = "2026-11-03 12:00:00"  # so that they are no calls that HubSpot has reported too
    log = [leg("CA1", 60, origin="+14155550111", start=later), leg("CA2", 60, start=later)]
    console.done("import", table(tmp_path / "b.csv", TWILIO, *log))
    assert used(console) == {"Omar": 3}


def test_an_alias_is_the_same_person(console: Console, tmp_path: Path) -> None:
    console.done("import", hubspot(tmp_path / "a.csv", "Jana", "J. Doe", "Omar"))
    console.done("me", "--name", "Jana", "--alias", "J. Doe")
    assert used(console) == {"Jana": 2}


@pytest.mark.parametrize("name", ["all", "Me", "", " ", "x" * 101])
def test_a_name_that_means_something_else_is_refused(console: Console, name: str) -> None:
    assert console.run("me", "--name", name).code == 2
    if name != "Me":
        assert console.run(*HOUR, "--agent", name).code == 2


def test_what_is_logged_for_me_is_mine(console: Console) -> None:
    console.done(*HOUR, "--agent", "me")
    console.done("me", "--name", "Jana")
    console.done(*HOUR, "--agent", "ME")
    console.done(*HOUR, "--agent", "Omar")
    assert used(console, "--agent", "all") == {"Jana": 120, "Omar": 60}


def test_an_import_for_an_agent_fills_in_who_is_not_named(console: Console, tmp_path: Path) -> None:
    console.done("me", "--name", "Jana")
    entries = [call(1), call(2, agent="Omar")]
    console.done("import", lines(tmp_path / "a.jsonl", entries), "--agent", "Mei")
    assert used(console, "--agent", "all") == {"Jana": 0, "Mei": 1, "Omar": 1}


def test_calls_of_aircall_use_no_hubspot_minutes(console: Console, tmp_path: Path) -> None:
    console.done("import", aircall_calls_csv(tmp_path / "a.csv", 4, seconds=60))
    assert set(used(console, "--agent", "all").values()) == {None}
    told = console.done("explain", 1, "--json").json
    assert (told["outcome"], told["reason"]) == ("not_counted", "other_app")


def test_calls_of_aircall_count_where_a_person_says_so(console: Console, tmp_path: Path) -> None:
    log = aircall_calls_csv(tmp_path / "a.csv", 4, seconds=60)
    console.done("import", log, "--counts-toward", "hubspot-professional")
    assert sum(used(console, "--agent", "all").values()) == 4


def test_hubspot_records_of_another_app_use_no_minutes(console: Console, tmp_path: Path) -> None:
    header = (
        *("hs_object_id", "hs_timestamp", "hs_call_duration", "hs_call_to_number"),
        *("hs_call_app_id", "hs_call_status"),
    )
    rows = [
        (1, "2026-11-03T10:00:00Z", 60_000, "+12125550123", "", "COMPLETED"),
        (2, "2026-11-03T11:00:00Z", 60_000, "+12125550123", "148741", "COMPLETED"),
    ]
    console.done("import", table(tmp_path / "a.csv", header, *rows))
    assert used(console) == {"me": 1}
    assert console.done("explain", 2, "--json").json["reason"] == "other_app"


def test_an_import_can_be_kept_out_of_every_plan(console: Console, tmp_path: Path) -> None:
    console.done("import", lines(tmp_path / "a.jsonl", [call(1)]), "--counts-toward", "none")
    assert used(console) == {"me": None}


def test_the_method_of_an_import_doubles_the_legs_it_has_to_make(
    console: Console, tmp_path: Path
) -> None:
    entries = [call(1, 185), call(2, 185, method="browser")]
    console.done("import", lines(tmp_path / "a.jsonl", entries), "--method", "phone")
    assert used(console) == {"me": 12}


def test_the_usual_method_of_an_agent_holds_where_nothing_else_does(console: Console) -> None:
    console.done(*HOUR)
    console.done("me", "--method", "phone")
    assert used(console) == {"me": 120}


def test_received_calls_use_no_minutes(console: Console) -> None:
    console.done(*HOUR, "--direction", "inbound")
    assert used(console) == {"me": 0}


def test_an_account_behind_twilio_connect_is_billed_from_its_first_call(
    console: Console, tmp_path: Path
) -> None:
    console.done("import", table(tmp_path / "a.csv", TWILIO, leg("CA1", 60)), "--behind-connect")
    meter = console.meter("minutes")
    assert [meter[name] for name in ("used", "billed", "remaining")] == [0, 1, 2_000]
