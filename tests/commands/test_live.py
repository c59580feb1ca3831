"""Calls that go on, held ones, and those whose end nobody heard, as the command line tells them."""

from datetime import datetime
from pathlib import Path

import pytest

from app.actions.follow_call import take_report
from app.actions.live_calls import gone
from app.domain.beat import Beat
from app.domain.instant import MINUTE, Instant, instant
from app.ledger.ledger import Ledger, ledger_path
from app.machine.clock import clock_of
from tests.support.call_reports import report
from tests.support.console import Console
from tests.support.killed import killed_at_every_step

NUMBER = "+14155550188"
CALL_ID = "3848276298220188511@pc33"
LATER = "2026-11-21T12:03:05Z"


def on_a_call(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done("hook", "start", "--number", NUMBER, "--id", CALL_ID, "--method", "phone")


def lost_at(console: Console, text: str) -> None:
    """Let the softphone end without a word."""
    with Ledger(ledger_path(console.folder)) as ledger:
        gone(ledger, "hook", Beat(instant(datetime.fromisoformat(text))))


def test_without_a_ledger_nothing_goes_on(console: Console) -> None:
    assert console.done("live").out == "No call is open.\n"
    answer = console.done("live", "--json").json
    assert (answer["calls"], answer["unsure"]) == ([], [])
    assert not list(console.folder.glob("*"))


def test_an_open_call_is_told_with_what_it_used(console: Console) -> None:
    on_a_call(console)
    later = console.at(LATER)
    assert later.done("live", "--json").json["calls"] == [
        {
            "call": CALL_ID, "state": "talking", "provider": "hook", "number": NUMBER, "name": "",
            "direction": "outbound", "since": "2026-11-21T12:00:00Z", "seconds": "185",
            "minutes": 8,
        }
    ]  # fmt: skip
    assert (
        "in a call · +1 415 555 0188 · since 12:00:00 · 3:05 · 8 min so far"
        in later.done("live").out
    )


def test_a_call_that_rings_has_used_nothing(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done("hook", "ring", "--number", NUMBER)
    (call,) = console.at(LATER).done("live", "--json").json["calls"]
    assert (call["state"], call["seconds"], call["minutes"]) == ("ringing", "0", 0)
    assert "rings · +1 415 555 0188 · since 12:00:00 · your softphone" in console.done("live").out


def test_a_call_on_hold_is_still_on_the_line(console: Console) -> None:
    on_a_call(console)
    held = console.at("2026-11-21T12:01:00Z").done("hook", "hold", "--id", CALL_ID, "--json")
    assert held.json == {"version": 1, "call": CALL_ID, "state": "held"}
    assert "on hold" in console.at(LATER).done("live").out
    back = console.at("2026-11-21T12:02:00Z").done("hook", "resume", "--json")
    assert back.json["state"] == "talking"
    ended = console.at(LATER).done("hook", "end", "--json").json
    assert console.done("explain", ended["id"], "--json").json["facts"]["seconds"] == "185"


@pytest.mark.parametrize("what", ["hold", "resume", "end"])
def test_what_is_said_of_no_call_is_refused(console: Console, what: str) -> None:
    answer = console.run("hook", what, "--id", CALL_ID)
    assert answer.code == 1
    assert f"No open call goes by {CALL_ID}" in answer.err


def test_an_end_that_comes_twice_changes_nothing(console: Console) -> None:
    on_a_call(console)
    later = console.at(LATER)
    later.done("hook", "end", "--id", CALL_ID)
    again = console.at("2026-11-21T12:09:00Z").done("hook", "end", "--id", CALL_ID, "--json")
    assert again.json == {"version": 1, "call": CALL_ID, "state": "ended"}
    assert later.meter("minutes")["used"] == 8


@pytest.mark.parametrize("seconds", [0, 14])
def test_an_end_that_comes_before_its_ring_is_one_call_that_nobody_answered(
    console: Console, seconds: int
) -> None:
    console.done("plan", "use", "hubspot-free")
    assert console.run("hook", "end", "--id", CALL_ID).code == 1
    later = console.at(f"2026-11-21T12:00:{seconds:02}Z")
    for _ in range(2):
        later.done("hook", "ring", "--id", CALL_ID, "--number", NUMBER)
    later.done("hook", "end", "--id", CALL_ID)
    assert (later.meter("minutes")["used"], later.meter("calls")["used"]) == (0, 1)
    assert later.done("live", "--json").json["calls"] == []


@pytest.mark.parametrize(
    "order", ["end start", "end ring start", "ring end start", "end start ring"]
)
def test_an_answer_that_comes_after_its_end_is_one_answered_call(
    console: Console, order: str
) -> None:
    console.done("plan", "use", "hubspot-free")
    for what in order.split():
        console.run("hook", what, "--id", CALL_ID, "--number", NUMBER)
    later = console.at(LATER)
    assert (later.meter("minutes")["used"], later.meter("calls")["used"]) == (1, 1)
    assert later.done("live", "--json").json["calls"] == []
    assert later.done("verify").code == 0


def test_a_short_id_that_is_used_again_begins_another_call(console: Console) -> None:
    console.done("plan", "use", "hubspot-free")
    for _ in range(2):
        console.done("hook", "start", "--id", "1", "--number", NUMBER)
        console.done("hook", "end", "--id", "1")
        console = console.at(LATER)
    assert console.meter("calls")["used"] == 2


def test_an_end_that_nobody_heard_is_told_until_it_is_settled(console: Console) -> None:
    on_a_call(console)
    lost_at(console, "2026-11-21T12:02:00+00:00")
    (end,) = console.done("live", "--json").json["unsure"]
    assert (end["seconds"], end["end_estimated"]) == ("120", "softphone_gone")
    told = console.done("live").out
    assert "Nobody heard the end of these calls" in told
    assert "2:00 · estimated: the softphone ended without telling it" in told
    assert console.done("live", "settle", end["entry"]).out == ""
    assert console.done("live").out == "No call is open.\n"
    assert console.run("live", "settle", end["entry"]).code == 1
    assert console.done("verify").code == 0


def test_the_receipt_says_why_an_end_is_an_estimate(console: Console) -> None:
    on_a_call(console)
    lost_at(console, "2026-11-21T12:02:00+00:00")
    (end,) = console.done("live", "--json").json["unsure"]
    receipt = console.done("explain", end["entry"])
    assert "End" in receipt.out
    assert "estimated: the softphone ended without telling it" in receipt.out
    told = console.done("explain", end["entry"], "--json").json
    assert told["end_estimated"] == "softphone_gone"


def test_a_length_that_is_known_better_is_counted_from_then_on(console: Console) -> None:
    on_a_call(console)
    lost_at(console, "2026-11-21T12:02:00+00:00")
    (end,) = console.done("live", "--json").json["unsure"]
    entry = console.done("live", "settle", end["entry"], "--seconds", "305", "--json").json["id"]
    receipt = console.done("explain", entry, "--json").json
    assert (receipt["facts"]["seconds"], receipt["end_estimated"]) == ("305", None)
    assert console.meter("minutes")["used"] == 12
    assert console.done("verify").code == 0


@pytest.mark.parametrize("entry", ["99", "0", "x"])
def test_an_entry_that_is_not_there_has_no_end_to_settle(console: Console, entry: str) -> None:
    assert console.run("live", "settle", entry).code in {1, 2}


def test_a_call_that_was_open_while_the_computer_slept_lasted_as_long_as_it_was_awake(
    console: Console,
) -> None:
    console.environ.pop("TALKTALLY_NOW")
    console.done("plan", "use", "hubspot-professional")
    now = clock_of({}).beat()
    asleep_us = min(10 * MINUTE, now.running_us // 2)
    before_the_sleep = Beat(
        Instant(now.wall - asleep_us), now.boot, now.running_us - asleep_us, now.awake_us
    )
    with Ledger(ledger_path(console.folder)) as ledger:
        take_report(ledger, report("start", before_the_sleep, id=CALL_ID))
    entry = console.done("hook", "end", "--id", CALL_ID, "--json").json["id"]
    told = console.done("explain", str(entry), "--json").json
    assert told["end_estimated"] == "slept"
    assert float(told["facts"]["seconds"]) < 60


@pytest.mark.timeout(300)  # dozens of starts, one after the other
def test_an_end_that_is_broken_off_at_any_step_and_told_again_is_one_call(
    console: Console, tmp_path: Path
) -> None:
    on_a_call(console)
    broken = Console(tmp_path / "broken")
    end = ("hook", "end", "--id", CALL_ID)
    for _ in killed_at_every_step(console.folder, broken.folder, *end, option="--json"):
        assert broken.run(*end).code == 0
        assert broken.done("list", "--json").json["count"] == 1
        assert broken.done("live", "--json").json["calls"] == []
    assert broken.done("verify").code == 0


def test_an_end_without_an_id_is_not_taken_for_that_of_another_softphone(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    with Ledger(ledger_path(console.folder)) as ledger:
        take_report(ledger, report("start", 0, id=CALL_ID, number=NUMBER, source="baresip"))
    assert "No open call goes by call" in console.run("hook", "end").err
    assert console.done("hook", "end", "--id", CALL_ID, "--json").json["state"] == "ended"
