"""Plans, links and prices hold from their dates on; a status tells what was at one instant."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.console import Console

NUMBER = "+12125550123"
LOG = ["log", "call", "--to", NUMBER, "--json"]


def log(console: Console, start: str, minutes: int = 60) -> Any:
    return console.done(*LOG, "--start", start, "--seconds", minutes * 60).json["id"]


def outcome(console: Console, entry: object) -> str:
    return str(console.done("explain", entry, "--json").json["outcome"])


def figures(console: Console, *names: str) -> list[Any]:
    meter = console.meter("minutes")
    return [meter[name] for name in names]


def test_a_change_inside_a_cycle_begins_no_new_one(console: Console) -> None:
    console.done("plan", "use", "hubspot-starter")
    before = log(console, "2026-11-03T10:00:00Z", 500)
    blocked = log(console, "2026-11-04T10:00:00Z")
    console.done("plan", "use", "hubspot-professional", "--from", "2026-11-10")
    after = log(console, "2026-11-11T10:00:00Z")
    assert [outcome(console, entry) for entry in (before, blocked, after)] == [
        *("included", "over", "included")
    ]
    found = figures(console, "plan", "used", "over", "included", "cycle")
    assert found[:4] == ["hubspot-professional", 560, 60, 2_000]
    assert found[4]["start"] == "2026-11-01T00:00:00Z"
    earlier = console.at("2026-11-09T12:00:00Z")
    assert figures(earlier, "plan", "included", "remaining") == ["hubspot-starter", 500, 0]


def test_a_smaller_plan_inside_a_cycle_leaves_nothing(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    log(console, "2026-11-03T10:00:00Z", 600)
    console.done("plan", "use", "hubspot-starter", "--from", "2026-11-10")
    late = log(console, "2026-11-11T10:00:00Z")
    assert figures(console, "used", "included", "remaining", "level") == [600, 500, 0, "blocked"]
    assert outcome(console, late) == "over"


def test_a_link_holds_from_the_plan_it_was_made_with(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    log(console, "2026-11-02T10:00:00Z", 2_000)
    before = log(console, "2026-11-05T10:00:00Z")
    words = ("--twilio-connect", "--from", "2026-11-10")
    console.done("plan", "use", "hubspot-professional", *words)
    after = log(console, "2026-11-11T10:00:00Z")
    assert (outcome(console, before), outcome(console, after)) == ("over", "billed")
    assert figures(console, "used", "over", "billed") == [2_000, 60, 60]


def test_without_a_price_no_amount_is_invented(console: Console, tmp_path: Path) -> None:
    console.done("plan", "use", "hubspot-professional", "--twilio-connect")
    log(console, "2026-11-02T10:00:00Z", 2_000)
    entry = log(console, "2026-11-05T10:00:00Z")
    assert figures(console, "billed", "billed_amount") == [60, None]
    assert "price not known yet" in console.done("explain", entry).out.lower()


def test_a_price_holds_from_its_day_on(console: Console, tmp_path: Path) -> None:
    sheet = tmp_path / "prices.csv"
    rows = "1,0.0130,USD,2026-01-01\n1,0.0140,USD,2026-11-10\n1,9.0,USD,2026-12-24\n"
    sheet.write_text(f"to,rate,currency,valid from\n{rows}", encoding="utf-8")
    console.done("plan", "use", "hubspot-professional", "--twilio-connect")
    console.done("prices", "use", sheet)
    log(console, "2026-11-02T10:00:00Z", 2_000)
    log(console, "2026-11-05T10:00:00Z", 10)
    log(console, "2026-11-11T10:00:00Z", 10)
    amount = {"amount": "0.27", "currency": "USD", "estimate": True}
    assert figures(console, "billed", "billed_amount") == [20, amount]
    rate = console.done("check", NUMBER, "--json").json["legs"][0]["rate"]
    assert (rate["amount"], rate["valid_from"]) == ("0.0140", "2026-11-10T00:00:00Z")


def test_the_same_plan_twice_changes_nothing(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    log(console, "2026-11-03T10:00:00Z")
    before = figures(console, "used", "remaining", "cycle")
    console.done("plan", "use", "hubspot-professional")
    assert figures(console, "used", "remaining", "cycle") == before
    assert console.done("verify").code == 0


def test_a_fact_counts_whole_once_its_start_has_come(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    log(console, "2026-11-25T10:00:00Z")
    assert figures(console, "used", "level") == [None, "no_data"]
    assert figures(console.at("2026-11-25T10:00:00Z"), "used") == [60]
    assert figures(console.at("2026-12-01T00:00:00Z"), "used") == [0]


def test_a_status_writes_nothing(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional", "aircall-us-ca")
    log(console, "2026-11-03T10:00:00Z")
    before = (console.folder / "ledger.db").read_bytes()
    first = console.done("status", "--json").out
    assert console.done("status", "--json").out == first
    assert (console.folder / "ledger.db").read_bytes() == before


@pytest.mark.parametrize(
    ("zone", "start", "end"),
    [
        ("Europe/Berlin", "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z"),
        ("America/New_York", "2026-11-01T04:00:00Z", "2026-12-01T05:00:00Z"),
        ("Pacific/Kiritimati", "2026-10-31T10:00:00Z", "2026-11-30T10:00:00Z"),
        ("Asia/Kathmandu", "2026-10-31T18:15:00Z", "2026-11-30T18:15:00Z"),
    ],
)
def test_a_cycle_is_a_month_of_the_zone(console: Console, zone: str, start: str, end: str) -> None:
    console.done("plan", "use", "hubspot-professional", "--zone", zone)
    (cycle,) = figures(console, "cycle")
    assert cycle == {"start": start, "end": end, "zone": zone}


@pytest.mark.parametrize(
    ("now", "start", "end"),
    [
        ("2028-02-29T12:00:00Z", "2028-02-29", "2028-03-31"),
        ("2027-02-28T12:00:00Z", "2027-02-28", "2027-03-31"),
        ("2026-12-30T12:00:00Z", "2026-11-30", "2026-12-31"),
    ],
)
def test_a_month_that_lacks_the_anchor_day_turns_on_its_last(
    console: Console, now: str, start: str, end: str
) -> None:
    console.done("plan", "use", "aircall-us-ca", "--anchor-day", 31, "--zone", "UTC")
    cycle = console.at(now).meter("sms_segments")["cycle"]
    assert (cycle["start"][:10], cycle["end"][:10]) == (start, end)
