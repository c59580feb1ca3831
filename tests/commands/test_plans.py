"""Plans, seats, prices and people, from the command line to the meters."""

import json
from pathlib import Path

import pytest

from tests.support.console import Console

SECONDS_OF = ["log", "call", "--to", "+14155550188", "--seconds"]


def test_the_first_plan_covers_all_history(console: Console) -> None:
    console.done(*SECONDS_OF, 185, "--start", "2026-11-02T10:00:00Z")
    answer = console.done("plan", "use", "hubspot-professional", "--json")
    assert answer.json["plans"][0]["covers_history"] is True
    assert console.meter("minutes")["used"] == 4


def test_a_call_and_a_text_plan_can_be_chosen_together(console: Console) -> None:
    console.done("plan", "use", "hubspot-starter", "aircall-us-ca", "--anchor-day", 14)
    assert console.meter("minutes")["cycle"]["start"] == "2026-11-01T00:00:00Z"
    assert console.meter("sms_segments")["cycle"]["start"] == "2026-11-14T00:00:00Z"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["hubspot-starter", "hubspot-free"], "are for the same thing"),
        (["hubspot-starter", "--anchor-day", "14"], "belongs to a messaging plan"),
        (["aircall-us-ca", "--anchor-day", "32"], "from 1 to 31"),
        (["aircall-us-ca", "--anchor-day", "0"], "from 1 to 31"),
        (["hubspot-starter", "--twilio-connect"], "does not offer Twilio Connect"),
        (["hubspot-professional", "--agent", "Ada"], "Add --twilio-connect"),
        (["hubspot-professional", "--zone", "Mars/Base"], "There is no time zone Mars/Base"),
        (["hubspot-professional", "--from", "yesterday"], "yesterday is not a time"),
        (["hubspot-professional", "--from", "2026-02-30"], "2026-02-30 is not a date"),
        (["hubspot"], "Known are: aircall-no-bundle"),
    ],
)
def test_a_wish_that_makes_no_sense_changes_nothing(
    console: Console, words: list[str], told: str
) -> None:
    answer = console.run("plan", "use", *words)
    assert answer.code == 2
    assert told in answer.err
    assert console.done("status", "--json").json["meters"] == []


def test_a_date_is_local_midnight_in_the_zone_of_the_plan(console: Console) -> None:
    console.done("plan", "use", "hubspot-free", "--zone", "Europe/Berlin")
    answer = console.done("plan", "use", "hubspot-starter", "--from", "2026-11-10", "--json")
    assert answer.json["plans"][0]["from"] == "2026-11-09T23:00:00Z"
    assert answer.json["plans"][0]["zone"] == "Europe/Berlin"


def test_the_anchor_day_stays_when_the_plan_changes(console: Console) -> None:
    console.done("plan", "use", "aircall-us-ca", "--anchor-day", 14)
    answer = console.done("plan", "use", "aircall-no-bundle", "--from", "2026-12-14", "--json")
    assert answer.json["plans"][0]["anchor_day"] == 14


def test_twilio_connect_marked_with_the_first_plan_holds_for_all_history(console: Console) -> None:
    console.done(*SECONDS_OF, 2001 * 60, "--start", "2026-11-02T10:00:00Z")
    console.done(*SECONDS_OF, 60, "--start", "2026-11-05T10:00:00Z")
    console.done("plan", "use", "hubspot-professional", "--twilio-connect")
    meter = console.meter("minutes")
    assert (meter["level"], meter["billed"], meter["over"]) == ("billed", 1, 0)


def test_twilio_connect_of_another_changes_nothing_for_me(console: Console) -> None:
    console.done("me", "--name", "Bo Rep")
    console.done("plan", "use", "hubspot-professional", "--twilio-connect", "--agent", "Ada Rep")
    links = console.done("plan", "show", "--json").json["links"]
    assert links == [{"agent": "Ada Rep", "from": None, "until": None}]
    assert console.meter("minutes")["linked"] is False


def test_three_committed_and_two_additional_seats_make_the_pool(console: Console) -> None:
    console.done("plan", "use", "aircall-us-ca")
    console.done("plan", "seats", "--committed", 3, "--additional", 2)
    assert console.meter("sms_segments")["included"] == 1250
    assert console.meter("mms_segments")["included"] == 250


def test_seats_left_out_keep_their_number(console: Console) -> None:
    console.done("plan", "use", "aircall-us-ca")
    console.done("plan", "seats", "--committed", 3, "--additional", 2)
    console.done("plan", "seats", "--additional", 4, "--from", "2026-12-01")
    assert console.at("2026-12-15T00:00:00Z").meter("sms_segments")["included"] == 7 * 250


def test_seats_without_the_bundle_bring_nothing_until_said_otherwise(console: Console) -> None:
    console.done("plan", "use", "aircall-us-ca")
    answer = console.done("plan", "seats", "--committed", 3, "--without-bundle", 1)
    assert answer.out.strip() == "Seats: 3 committed, 0 additional. Without the bundle: 1."
    assert console.meter("sms_segments")["included"] == 2 * 250
    assert "without the bundle: 1" in console.done("plan", "show").out
    console.done("plan", "seats", "--without-bundle", 0, "--from", "2026-12-01")
    assert console.at("2026-12-15T00:00:00Z").meter("sms_segments")["included"] == 3 * 250


def test_more_seats_without_the_bundle_than_there_are_is_refused(console: Console) -> None:
    answer = console.run("plan", "seats", "--committed", 1, "--without-bundle", 2)
    assert (answer.code, "Of 1 committed and additional seats 2 cannot" in answer.err) == (2, True)


def test_committed_seats_that_nobody_uses_and_annual_ones_bring_their_share(
    console: Console,
) -> None:
    console.done("plan", "use", "aircall-us-ca")
    seats = ("--committed", 3, "--additional", 1, "--annual", 1, "--until", "2027-03-31")
    console.done("plan", "seats", *seats)
    found = [console.meter(kind)["included"] for kind in ("sms_segments", "mms_segments")]
    assert found == [1250, 250]


def test_annual_seats_count_until_their_term_ends(console: Console) -> None:
    console.done("plan", "use", "aircall-us-ca")
    console.done("plan", "seats", "--committed", 1)
    console.done("plan", "seats", "--annual", 2, "--until", "2026-12-05")
    assert console.at("2026-12-20T00:00:00Z").meter("sms_segments")["included"] == 3 * 250
    assert console.at("2027-01-02T00:00:00Z").meter("sms_segments")["included"] == 250


def test_annual_seats_alone_leave_no_assumed_seat(console: Console) -> None:
    console.done("plan", "use", "aircall-us-ca")
    console.done("plan", "seats", "--annual", 2, "--until", "2027-06-30")
    assert console.meter("sms_segments")["included"] == 2 * 250


def test_a_corrected_number_of_annual_seats_holds_for_their_whole_term(console: Console) -> None:
    console.done("plan", "use", "aircall-us-ca")
    console.done("plan", "seats", "--annual", 2, "--until", "2027-06-30")
    console.done("plan", "seats", "--annual", 5, "--until", "2027-06-30")
    assert console.at("2026-03-01T00:00:00Z").meter("sms_segments")["included"] == 5 * 250


def test_more_annual_seats_from_a_day_on_leave_the_past_as_it_was(console: Console) -> None:
    term = ("--until", "2027-06-30", "--from")
    console.done("plan", "use", "aircall-us-ca")
    console.done("plan", "seats", "--annual", 2, *term, "2026-01-01")
    console.done("plan", "seats", "--annual", 5, *term, "2026-11-15")
    pools = [
        console.at(f"{day}T12:00:00Z").meter("sms_segments")["included"] // 250
        for day in ("2026-10-31", "2026-11-01", "2026-12-01", "2027-07-01")
    ]
    assert pools == [2, 5, 5, 0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Say how many seats"),
        (["--annual", "2"], "have an end of term"),
        (["--until", "2027-01-01"], "have an end of term"),
        (["--committed", "-1"], "not from 0"),
        (["--committed", "1000001"], "not from 0 to 1000000"),
        (["--committed", "two"], "not a whole number"),
        (["--annual", "2", "--until", "2026-01-01", "--from", "2026-02-01"], "before it begins"),
    ],
)
def test_seats_that_make_no_sense_are_refused(
    console: Console, words: list[str], told: str
) -> None:
    answer = console.run("plan", "seats", *words)
    assert answer.code == 2
    assert told in answer.err


def test_a_plan_shown_can_be_edited_and_put_in_force(console: Console, tmp_path: Path) -> None:
    console.done("plan", "use", "hubspot-starter")
    document = console.done("plan", "show", "--json").json["plans"][0]["document"]
    document["versions"][0]["allowances"][0]["included"] = 700
    file = tmp_path / "own.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    console.done("plan", "edit", file)
    assert console.meter("minutes")["included"] == 700


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "is not valid JSON: see line 1, column 2"),
        ("[]", "must be an object"),
        ("[" * 100_000, "holds no plan"),
        ("{}", "Field line is missing"),
    ],
)
def test_a_plan_that_cannot_be_read_is_told_in_a_sentence(
    console: Console, tmp_path: Path, text: str, told: str
) -> None:
    file = tmp_path / "own.json"
    file.write_text(text, encoding="utf-8")
    answer = console.run("plan", "edit", file)
    assert answer.code == 2
    assert told in answer.err


def test_prices_make_the_billed_minutes_cost(console: Console, tmp_path: Path) -> None:
    sheet = tmp_path / "prices.csv"
    sheet.write_text("to;rate;currency;valid from\n1;0.0140;USD;2026-01-01\n", encoding="utf-8")
    console.done("plan", "use", "hubspot-professional", "--twilio-connect")
    console.done(*SECONDS_OF, 2000 * 60, "--start", "2026-11-02T10:00:00Z")
    console.done(*SECONDS_OF, 37 * 60, "--start", "2026-11-05T10:00:00Z")
    assert console.meter("minutes")["billed_amount"] is None
    console.done("prices", "use", sheet)
    amount = {"amount": "0.518", "currency": "USD", "estimate": True}
    assert console.meter("minutes")["billed_amount"] == amount


def test_an_own_phone_and_method_make_calls_dearer(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done(*SECONDS_OF, 185)
    console.done("me", "--method", "phone", "--phone", "+14155550100")
    assert console.meter("minutes")["used"] == 8


def test_a_name_that_records_use_becomes_me(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done(*SECONDS_OF, 60, "--agent", "Ada Rep")
    console.done(*SECONDS_OF, 120, "--agent", "A. Rep")
    console.done("me", "--name", "ada  rep", "--alias", "A. Rep")
    me = console.done("me", "--json").json
    assert (me["name"], me["aliases"], me["others"]) == ("Ada Rep", ["A. Rep"], [])
    assert console.meter("minutes")["used"] == 3


@pytest.mark.parametrize("words", [["--name", " "], ["--number", "hello"], ["--alias", ""]])
def test_what_cannot_be_me_is_refused(console: Console, words: list[str]) -> None:
    assert console.run("me", *words).code == 2


def test_a_call_for_another_plan_says_so(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    answer = console.done(*SECONDS_OF, 60, "--counts-toward", "hubspot-starter", "--json")
    told = console.done("explain", answer.json["id"], "--json").json
    assert (told["outcome"], told["reason"]) == ("not_counted", "other_plan")
    assert told["text"].startswith("Marked by hand as counting toward another plan, hubspot-star")
