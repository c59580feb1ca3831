"""The plan page and replays from the command line."""

import pytest

from tests.support.console import Console

CALL = ["log", "call", "--to", "+14155550188", "--seconds"]


@pytest.fixture
def company(console: Console) -> Console:
    """A company with two plans and five seats, on one computer."""
    console.done("me", "--name", "Jana")
    console.done("plan", "use", "hubspot-professional", "aircall-us-ca")
    console.done("plan", "seats", "--committed", 3, "--additional", 1)
    console.done("plan", "seats", "--annual", 1, "--until", "2027-04-30")
    return console


def test_the_pool_is_shown_as_a_sum(company: Console) -> None:
    company.done(
        "plan", "people", "--licence", "Jana", "committed", "--licence", "Omar", "committed"
    )
    answer = company.done("plan", "show")
    assert "Committed: 3 (one unused) · 3 × 250 = 750 SMS segments" in answer.out
    assert "Pool · 1,250 SMS segments · 250 MMS segments" in answer.out


def test_the_pool_is_told_to_programs(company: Console) -> None:
    pool = company.done("plan", "show", "--json").json["pool"]
    assert pool["total"] == {"sms_segments": 1250, "mms_segments": 250}
    assert [(line["licence"], line["seats"]) for line in pool["lines"]] == [
        ("committed", 3), ("additional", 1), ("annual", 1)
    ]  # fmt: skip


def test_people_are_told_with_their_seat_and_use(company: Console) -> None:
    company.done(*CALL, 185)
    company.done("plan", "people", "--licence", "Lea", "annual")
    answer = company.done("plan", "people")
    assert answer.out.splitlines() == [
        "Jana: no licence · 4 min · 0 SMS · 0 MMS",
        "Lea: annual · nothing known yet",
        *["unused licence · committed"] * 3,
        "unused licence · additional",
    ]


def test_a_seat_of_no_known_kind_is_refused(company: Console) -> None:
    answer = company.run("plan", "people", "--licence", "Lea", "window")
    assert (answer.code, "committed, additional, annual, none" in answer.err) == (2, True)


def test_a_person_is_linked_and_unlinked_by_date(company: Console) -> None:
    company.done(*CALL, 2001 * 60, "--start", "2026-11-02T10:00:00Z")
    company.done(*CALL, 60, "--start", "2026-11-04T10:00:00Z")
    company.done(*CALL, 120, "--start", "2026-11-06T10:00:00Z")
    company.done("plan", "link", "me", "--from", "2026-11-03")
    assert company.meter("minutes")["billed"] == 3
    company.done("plan", "unlink", "Jana", "--from", "2026-11-05")
    assert (company.meter("minutes")["billed"], company.meter("minutes")["over"]) == (1, 2)
    changes = company.done("plan", "show", "--json").json["changes"]
    assert [(each["kind"], each["from"]) for each in changes[1:3]] == [
        ("unlinked", "2026-11-05T00:00:00Z"), ("linked", "2026-11-03T00:00:00Z")
    ]  # fmt: skip


def test_the_company_is_described_and_told(company: Console) -> None:
    company.done("plan", "profile", "--name", "Example GmbH", "--country", "us", "--city", "Reno")
    company.done("plan", "profile", "--bundle", "yes", "--price", "committed", "12.50", "USD")
    found = company.done("plan", "profile", "--destinations", "us,CA", "--json").json
    assert found["profile"]["address"]["city"] == "Reno"
    assert (found["profile"]["destinations"], found["profile"]["bundle"]) == (["US", "CA"], True)
    assert found["contract"]["committed"] == {"amount": "12.50", "currency": "USD"}
    assert "Committed seat: $12.50 per month" in company.done("plan", "show").out


def test_an_agreed_price_is_told_to_its_last_place(company: Console) -> None:
    told = company.done("plan", "profile", "--price", "sms-segment", "0.0095", "USD").out
    assert "SMS past the pool: $0.0095 per segment" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--city", "Reno"], "An address has a country"),
        (["--country", "USA"], "USA is no country code"),
        (["--renews", "soon"], "soon is not a date"),
        (["--price", "lunch", "1", "USD"], "lunch is no price of a contract"),
        (["--price", "annual", "-1", "USD"], "-1 USD is no amount"),
        (["--price", "annual", "1", "dollars"], "1 dollars is no amount"),
    ],
)
def test_what_makes_no_sense_of_a_company_is_refused(
    company: Console, words: list[str], told: str
) -> None:
    answer = company.run("plan", "profile", *words)
    assert (answer.code, told in answer.err) == (2, True)


def test_a_replay_tells_what_would_have_been(company: Console) -> None:
    company.done(*CALL, 600 * 60, "--start", "2026-11-02T10:00:00Z")
    company.done(*CALL, 60, "--start", "2026-11-03T10:00:00Z")
    answer = company.done("replay", "--plan", "hubspot-starter", "--seats", "-1")
    assert "As it was: 601 min, 2,000 included" in answer.out
    assert "As it would have been: 601 min, 500 included · 1 min past the limit" in answer.out
    assert "As it would have been: 0 segments, 1,000 included" in answer.out


def test_a_replay_is_told_to_programs(company: Console) -> None:
    company.done(*CALL, 600 * 60, "--start", "2026-10-02T10:00:00Z")
    found = company.done("replay", "--plan", "hubspot-free", "--cycles", 1, "--json").json
    running, october = found["cycles"]
    assert (running["running"], october["running"]) == (True, False)
    assert october["actual"][0]["counted"] == 600
    assert [meter["kind"] for meter in october["wished"]] == ["minutes", "calls"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Say what would have been otherwise"),
        (["--seats", "many"], "'many' is not a whole number"),
        (["--plan", "hubspot-free", "--plan", "hubspot-starter"], "are for the same thing"),
        (["--plan", "hubspot"], "There is no plan named hubspot"),
    ],
)
def test_a_replay_of_nothing_is_refused(company: Console, words: list[str], told: str) -> None:
    answer = company.run("replay", *words)
    assert (answer.code, told in answer.err) == (2, True)


def test_a_folder_without_a_ledger_has_nothing_to_replay(console: Console) -> None:
    assert console.done("replay", "--seats", "+1").out == "There is no cycle to count again yet.\n"
