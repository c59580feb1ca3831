"""What one call counts, leg by leg, and what its receipt says about it."""

import json
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tests.support.console import Console
from tests.support.records import TWILIO, leg, table

PARENT, CHILD = leg("CA1", 61), leg("CA2", 185, "CA1", start="2026-11-03 10:00:07")
UNREACHED = leg("CA3", 0, "CA1", status="busy")
LOG = ["log", "call", "--to", "+14155550188", "--json", "--seconds"]


@pytest.fixture(autouse=True)
def plan(console: Console) -> None:
    console.done("plan", "use", "hubspot-professional", "--zone", "Europe/Berlin")


def receipt(console: Console, entry: object) -> Any:
    return console.done("explain", entry, "--json").json


def entry_ids(console: Console, folder: Path) -> list[str]:
    file = folder / "all.jsonl"
    console.done("export", file)
    return [json.loads(row)["entry"] for row in file.read_text(encoding="utf-8").splitlines()]


def test_a_call_from_phone_of_3_min_05_is_8_minutes(console: Console) -> None:
    entry = console.done(*LOG, 185, "--method", "phone").json["id"]
    told = receipt(console, entry)
    assert (told["quantity"], told["legs"], told["unit"]) == (8, [4, 4], "minutes")
    assert (told["rule"], told["published"]) == ("HubSpot Professional, 2019-01-11", "2019-01-11")
    assert told["text"].startswith("3 min 05 s, call from phone, 2 legs, each rounded up to 4: 8 m")
    assert "Rule: HubSpot Professional, valid from 11 Jan 2019." in told["text"]
    assert console.meter("minutes")["used"] == 8


def test_the_receipt_reads_the_same_without_json(console: Console) -> None:
    entry = console.done(*LOG, 185, "--method", "phone").json["id"]
    lines = console.done("explain", entry).out.splitlines()
    assert lines[:2] == ["Why 8 minutes?", receipt(console, entry)["text"]]


@pytest.mark.parametrize(("seconds", "minutes"), [("60", 1), ("60.001", 2), ("0.1", 1), ("0", 0)])
def test_a_leg_is_rounded_up_to_whole_minutes(console: Console, seconds: str, minutes: int) -> None:
    told = receipt(console, console.done(*LOG, seconds).json["id"])
    assert (told["quantity"], sum(told["legs"])) == (minutes, minutes)
    assert told["outcome"] == ("included" if minutes else "not_counted")
    assert f"{minutes} min" in told["text"]


@pytest.mark.parametrize("order", list(permutations([PARENT, CHILD, UNREACHED])))
@pytest.mark.parametrize("files", [1, 3])
def test_reported_legs_count_each_by_itself_in_any_order(
    console: Console, tmp_path: Path, order: Sequence[tuple[object, ...]], files: int
) -> None:
    parts = [order] if files == 1 else [[row] for row in order]
    for number, rows in enumerate(parts):
        console.done("import", table(tmp_path / f"{number}.csv", TWILIO, *rows))
    (entry,) = entry_ids(console, tmp_path)
    told = receipt(console, entry)
    assert (told["quantity"], told["legs"]) == (6, [2, 4, 0])
    assert (told["facts"]["start"], told["facts"]["seconds"]) == ("2026-11-03T10:00:00Z", "185")
    assert console.meter("minutes")["used"] == 6
    assert console.done("verify", "--json").json["ok"]


def test_a_leg_to_the_own_phone_counts_although_nobody_answers(
    console: Console, tmp_path: Path
) -> None:
    console.done("import", table(tmp_path / "a.csv", TWILIO, PARENT, UNREACHED))
    (entry,) = entry_ids(console, tmp_path)
    assert receipt(console, entry)["legs"] == [2, 0]


@pytest.mark.parametrize("method", ["phone", "browser"])
def test_no_method_adds_a_leg_to_a_twilio_row(
    console: Console, tmp_path: Path, method: str
) -> None:
    console.done("me", "--method", "phone")
    console.done("import", table(tmp_path / "a.csv", TWILIO, CHILD), "--method", method)
    assert console.meter("minutes")["used"] == 4


def test_legs_without_their_parent_are_known_the_second_time(
    console: Console, tmp_path: Path
) -> None:
    other = leg("CA4", 60, "CA1", target="+14155550177")
    file = table(tmp_path / "a.csv", TWILIO, other, CHILD)
    console.done("import", file)
    (again,) = console.done("import", file, "--json").json["files"]
    assert (again["new"], again["known"]) == (0, 2)
    (entry,) = entry_ids(console, tmp_path)
    told = receipt(console, entry)
    assert (told["quantity"], told["facts"]["far"]) == (5, "+12125550123")


def test_a_call_belongs_to_the_month_it_began_in(console: Console, tmp_path: Path) -> None:
    october = leg("CA1", 120, start="2026-10-31 22:59:30")
    november = leg("CA2", 60, start="2026-10-31 23:00:00")
    console.done("import", table(tmp_path / "a.csv", TWILIO, october, november))
    earlier = console.at("2026-10-31T22:59:59Z").meter("minutes")
    assert (earlier["used"], earlier["cycle"]["end"]) == (2, "2026-10-31T23:00:00Z")
    assert console.meter("minutes")["used"] == 1
    first, second = (receipt(console, entry)["text"] for entry in entry_ids(console, tmp_path))
    assert "Counts in the cycle from 1 Oct 2026 (Europe/Berlin)." in first
    assert "Counts in the cycle from 1 Nov 2026 (Europe/Berlin)." in second


def test_the_end_of_a_month_is_that_of_the_account_not_of_the_machine(console: Console) -> None:
    console.environ["TZ"] = "America/Los_Angeles"
    entry = console.done(*LOG, 120, "--start", "2026-10-31T23:59:30+01:00").json["id"]
    assert "cycle from 1 Oct 2026 (Europe/Berlin)" in receipt(console, entry)["text"]
    assert console.meter("minutes")["used"] == 0
