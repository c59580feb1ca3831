"""What a softphone reports, however little of it and however late."""

from pathlib import Path

from app.domain.instant import SECOND, Instant, iso
from tests.support.call_logs import LINPHONE_NOTED, conference_calls
from tests.support.console import Console

NUMBER = "+14155550199"
EARLIER = "2026-11-19T00:00:00Z"


def test_a_ring_without_a_number_is_answered_by_a_start_with_one(console: Console) -> None:
    console.done("hook", "ring", "--direction", "inbound")
    console.done("hook", "start", "--number", NUMBER)
    ended = console.done("hook", "end", "--number", NUMBER, "--json").json
    facts = console.done("explain", ended["id"], "--json").json["facts"]
    assert (facts["far"], facts["direction"]) == (NUMBER, "inbound")
    assert "No open call" in console.run("hook", "end").err


def test_two_calls_without_a_number_are_not_guessed_between(console: Console) -> None:
    console.done("hook", "ring", "--id", "a")
    console.done("hook", "ring", "--id", "b")
    started = console.done("hook", "start", "--number", NUMBER, "--json").json
    assert started["call"] == NUMBER


def test_an_open_call_is_priced_however_its_number_is_written(
    console: Console, tmp_path: Path
) -> None:
    sheet = tmp_path / "prices.csv"
    sheet.write_text("to,rate,currency,valid from\n1,0.0140,USD,2026-01-01\n", encoding="utf-8")
    console.done("plan", "use", "hubspot-professional", "--twilio-connect")
    console.done("prices", "use", sheet)
    console.done("log", "call", "--to", NUMBER, "--seconds", 2000 * 60, "--start", EARLIER)
    console.done("hook", "start", "--number", "001 415 555-0199")
    assert "$0.014" in console.done("status").out


def test_a_call_open_for_more_than_a_day_lost_its_end(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done("hook", "start", "--id", "x")
    later = console.at("2026-11-22T12:00:01Z")
    assert "On a call" not in later.done("status").out
    answer = later.run("hook", "end", "--id", "x")
    assert answer.code == 0
    assert "Call x, open since 2026-11-21T12:00:00Z, lost its end" in answer.err
    assert later.meter("minutes")["used"] == 1
    assert later.done("hook", "end", "--id", "x").out == ""


def test_a_call_of_a_day_ends_as_any_other(console: Console) -> None:
    console.done("hook", "start", "--id", "x")
    ended = console.at("2026-11-22T12:00:00Z").done("hook", "end", "--id", "x", "--json").json
    assert console.done("explain", ended["id"], "--json").json["facts"]["seconds"] == "86400"


def test_the_next_call_of_the_same_id_begins_anew(console: Console) -> None:
    console.done("hook", "start", "--id", "x")
    answer = console.at("2026-11-23T12:00:00Z").run("hook", "start", "--id", "x")
    assert answer.code == 0
    assert "lost its end" in answer.err
    late = console.at("2026-11-23T12:01:00Z")
    ended = late.done("hook", "end", "--id", "x", "--json").json
    assert late.done("explain", ended["id"], "--json").json["facts"]["seconds"] == "60"


def test_a_lost_call_is_no_reason_to_ask_which_one_ended(console: Console) -> None:
    console.done("hook", "start", "--id", "x")
    later = console.at("2026-11-23T12:00:00Z")
    later.done("hook", "start", "--id", "y")
    assert later.done("hook", "end", "--json").json["call"] == "y"


def test_a_softphone_that_tells_the_call_id_leaves_no_doubt_which_call_its_log_means(
    console: Console, tmp_path: Path
) -> None:
    for seconds, start, answer, _, call_id in LINPHONE_NOTED[:3]:
        told = ("--number", "+15550100", "--id", call_id)
        console.at(iso(Instant(answer * SECOND))).done("hook", "start", *told)
        console.at(iso(Instant((start + seconds) * SECOND))).done("hook", "end", *told)
    log = conference_calls(tmp_path / "linphone.db", [(0, *each) for each in LINPHONE_NOTED])
    later = console.at("2026-11-23T00:00:00Z")
    later.done("import", log)
    assert later.done("duplicates", "--json").json["total"] == 0
    assert len(later.done("duplicates", "--all", "--json").json["pairs"]) == 3


def test_a_number_that_rings_again_while_it_talks_lost_the_end_of_the_call_before(
    console: Console,
) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done("hook", "start", "--number", NUMBER)
    later = console.at("2026-11-21T15:00:00Z")
    assert "lost its end" in later.run("hook", "ring", "--number", NUMBER).err
    later.done("hook", "start", "--number", NUMBER)
    console.at("2026-11-21T15:01:30Z").done("hook", "end", "--number", NUMBER)
    assert later.meter("minutes")["used"] == 1 + 2
    assert later.done("verify").code == 0


def test_a_ring_that_comes_late_begins_no_second_call(console: Console) -> None:
    console.done("hook", "start", "--number", NUMBER)
    late = console.at("2026-11-21T12:00:03Z")
    assert late.done("hook", "ring", "--number", NUMBER).err == ""
    ended = console.at("2026-11-21T12:01:00Z").done("hook", "end", "--json").json
    assert console.done("explain", ended["id"], "--json").json["facts"]["seconds"] == "60"


def test_a_call_with_an_id_is_not_begun_again_by_a_ring_told_twice(console: Console) -> None:
    console.done("hook", "start", "--id", "a1", "--number", NUMBER)
    later = console.at("2026-11-21T12:03:00Z")
    later.done("hook", "ring", "--id", "a1", "--number", NUMBER)
    ended = later.done("hook", "end", "--id", "a1", "--json").json
    assert console.done("explain", ended["id"], "--json").json["facts"]["seconds"] == "180"
