"""What Twinkle reports of its calls, as it was recorded from real ones and in any order."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from app.domain.instant import Instant, iso
from tests.support.console import Answer, Console

RECORDED = Path(__file__).parent.parent / "data" / "softphones" / "twinkle-hooks.jsonl"
GO_ON = "action=continue\nend\n"
Event = dict[str, str]


def events() -> list[tuple[str, Event]]:
    """When each hook ran, and its environment."""
    lines = RECORDED.read_text(encoding="utf-8").splitlines()
    read = [json.loads(line) for line in lines]
    return [(iso(Instant(round(each.pop("wall") * 1_000_000))), each) for each in read]


def report(console: Console, at: str, event: Event) -> Answer:
    return Console(console.folder, {**console.environ, **event, "TALKTALLY_NOW": at}).run(
        "hook", "twinkle"
    )


def rows(console: Console) -> list[tuple[str, str, str]]:
    """Direction, number and seconds of every call, by its start."""
    entries = console.done("list", "--json").json["entries"]
    facts = [each["facts"] for each in entries]
    return sorted((each["direction"], each["far"], each["seconds"]) for each in facts)


def test_the_recorded_calls_become_the_calls_that_they_were(console: Console) -> None:
    for at, event in events():
        answer = report(console, at, event)
        incoming = event["TWINKLE_TRIGGER"] == "in_call"
        assert (answer.code, answer.out) == (0, GO_ON if incoming else "")
    assert rows(console.at("2026-11-22T20:00:00Z")) == [
        ("inbound", "+15550100", "0"),
        ("inbound", "+15550100", "2.003"),
        ("outbound", "+15550100", "0"),
        ("outbound", "+15550100", "0"),
    ]


def test_the_order_in_which_hooks_arrive_changes_nothing(tmp_path: Path) -> None:
    """A failure that Twinkle reported before its own call, and the other way round."""
    failed, begun = events()[:2]
    assert [each["TWINKLE_TRIGGER"] for _, each in (failed, begun)] == [
        "out_call_failed",
        "out_call",
    ]
    for number, order in enumerate(permutations((failed, begun))):
        console = Console(tmp_path / str(number))
        for at, event in order:
            assert report(console, at, event) == (0, "", "")
        later = console.at("2026-11-22T20:00:00Z")
        assert rows(later) == [("outbound", "+15550100", "0")]
        assert "On a call" not in later.done("status").out


def test_an_answered_call_is_as_long_in_whatever_order_its_hooks_run(tmp_path: Path) -> None:
    for number, order in enumerate(permutations(events()[2:5])):
        console = Console(tmp_path / str(number))
        for at, event in order:
            assert report(console, at, event).err == ""
        assert rows(console.at("2026-11-22T20:00:00Z")) == [("inbound", "+15550100", "2.003")]


def test_an_incoming_call_goes_on_whatever_is_wrong_with_the_ledger(console: Console) -> None:
    console.folder.mkdir()
    (console.folder / "ledger.db").write_bytes(b"this is no ledger" * 100)
    event = {"TWINKLE_TRIGGER": "in_call", "SIP_CALL_ID": "x", "SIP_FROM_USER": "+4930901820"}
    answer = report(console, "2026-11-21T12:00:00Z", event)
    assert (answer.code, answer.out) == (0, GO_ON)
    log = (console.folder / "talktally.log").read_text(encoding="utf-8")
    assert "ledger" in log
    assert "4930901820" not in log


def test_the_log_names_nobody_whose_call_lost_its_end(console: Console) -> None:
    caller = {"SIP_FROM_USER": "ada-lovelace"}
    event = {**caller, "TWINKLE_TRIGGER": "in_call"}
    report(console, "2026-11-20T12:00:00Z", event)
    answer = report(console, "2026-11-23T12:00:00Z", event)
    assert "Call ada-lovelace, open since" in answer.err
    log = (console.folder / "talktally.log").read_text(encoding="utf-8")
    assert "lost its end" in log
    assert "ada-lovelace" not in log


@pytest.mark.parametrize("trigger", ["", "in_call_transferred"])
def test_what_twinkle_did_not_say_is_told_and_stops_nothing(console: Console, trigger: str) -> None:
    answer = report(console, "2026-11-21T12:00:00Z", {"TWINKLE_TRIGGER": trigger})
    assert (answer.code, answer.out) == (0, "")
    assert "This is run by Twinkle" in answer.err


def test_a_caller_is_known_as_the_log_of_twinkle_is_read(console: Console) -> None:
    caller = {"SIP_FROM_USER": "ada", "SIP_FROM_HOST": "example.org", "SIP_CALL_ID": "c1"}
    caller["SIP_FROM"] = '"Ada \\"A\\" L\udcfc" <sip:ada@example.org>;tag=1'
    for second, trigger in ((0, "in_call"), (1, "in_call_answered"), (9, "local_release")):
        at = f"2026-11-21T12:00:0{second}Z"
        assert report(console, at, {**caller, "TWINKLE_TRIGGER": trigger}).err == ""
    assert rows(console) == [("inbound", "ada@example.org", "8")]


def test_withheld_numbers_stay_withheld(console: Console) -> None:
    caller = {"SIP_FROM_USER": "anonymous", "SIP_FROM_HOST": "anonymous.invalid"}
    for second, trigger in ((1, "in_call_answered"), (9, "remote_release")):
        event = {**caller, "SIP_CALL_ID": "c1", "TWINKLE_TRIGGER": trigger}
        assert report(console, f"2026-11-21T12:00:0{second}Z", event).err == ""
    assert rows(console) == [("inbound", "anonymous@anonymous.invalid", "8")]
