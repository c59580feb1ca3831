"""The JSON answers hold the promised fields with the promised kinds of values."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.console import Console
from tests.support.exports import twilio_calls_csv

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z").fullmatch
DAY = re.compile(r"\d{4}-\d\d-\d\d").fullmatch
EXACT = re.compile(r"\d+(\.\d+)?").fullmatch
METER = {
    "id": str,
    "plan": str,
    "kind": {"minutes", "calls", "sms_segments", "mms_segments"},
    "scope": {"user", "account", "pool"},
    "agent": (str, None),
    "used": (int, None),
    "included": int,
    "remaining": (int, None),
    "billed": int,
    "outside": int,
    "over": int,
    "at_least": bool,
    "billed_amount": ({"amount": EXACT, "currency": str, "estimate": bool}, None),
    "level": {"no_data", "fine", "ahead", "near", "blocked", "could_be_billed", "billed"},
    "cycle": {"start": INSTANT, "end": INSTANT, "zone": str},
    "forecast": ({"runs_out": (DAY, None), "safe_per_working_day": int}, None),
}
RATE = {"amount": EXACT, "currency": str, "valid_from": INSTANT}


def assert_shape(found: Any, shape: Any, where: str = "answer") -> None:
    """Compare with named fields, a list of such, or a plain value; a tuple names two choices."""
    if isinstance(shape, tuple) and found is None:
        assert None in shape, where
        return
    shape = shape[0] if isinstance(shape, tuple) else shape
    if isinstance(shape, Mapping):
        assert shape.keys() <= found.keys(), where
        for name, inner in shape.items():
            assert_shape(found[name], inner, f"{where}.{name}")
    elif isinstance(shape, list):
        for place, each in enumerate(found):
            assert_shape(each, shape[0], f"{where}[{place}]")
    else:
        assert fits(found, shape), (where, found)


def fits(found: object, shape: Any) -> bool:
    """Compare a value with a type, a set of words, or a pattern."""
    if isinstance(shape, type):
        return type(found) is shape
    return found in shape if isinstance(shape, set) else bool(shape(found))


@pytest.fixture
def month(console: Console, tmp_path: Path) -> Console:
    """A folder with both plans, calls past the limit, a text, and an open call."""
    sheet = tmp_path / "prices.csv"
    sheet.write_text("to,rate,currency,valid from\n1,0.0140,USD,2026-01-01\n", encoding="utf-8")
    console.done("plan", "use", "hubspot-professional", "aircall-us-ca", "--twilio-connect")
    console.done("prices", "use", sheet)
    console.done("import", twilio_calls_csv(tmp_path / "log.csv", 2_010, seconds=60))
    console.done("log", "text", "--from", "+14155550100", "--to", "+12125550123", "--body", "Hi")
    console.done("hook", "start", "--number", "+12125550123")
    return console


def test_status(month: Console) -> None:
    kinds = {"billed_call", "limit_in_call", "blocked", "could_be_billed", "billed", "near"}
    found = month.done("status", "--json").json
    shape = {
        "version": {1},
        "as_of": INSTANT,
        "trust": {"local"},
        "meters": [METER],
        "banners": [{"kind": kinds | {"pool", "ahead"}, "meter": str, "text": str}],
    }
    assert_shape(found, shape)
    assert [meter["id"] for meter in found["meters"]] == [
        "hubspot-professional.minutes",
        "aircall-us-ca.sms_segments",
        "aircall-us-ca.mms_segments",
    ]
    assert found["banners"][0]["kind"] == "billed_call"


def test_status_of_free_and_of_nothing(console: Console) -> None:
    console.done("plan", "use", "hubspot-free")
    for meter in console.done("status", "--json").json["meters"]:
        assert_shape(meter, METER)
        assert (meter["level"], meter["used"], meter["remaining"]) == ("no_data", None, None)


@pytest.mark.parametrize("method", ["browser", "phone"])
def test_check(month: Console, method: str) -> None:
    found = month.done("check", "+1 415-555-0188", "--method", method, "--json").json
    shape = {
        "version": {1},
        "number": {"+14155550188"},
        "region": {"US"},
        "allowed": bool,
        "outcome": {"included", "billed", "blocked"},
        "legs": [{"to": str, "rate": (RATE, None)}],
        "remaining_now": int,
        "text": str,
    }
    assert_shape(found, shape)
    assert len(found["legs"]) == (2 if method == "phone" else 1)


def test_segments(console: Console) -> None:
    costly = {"char": str, "at": int, "plain": (str, None)}
    shape = {
        "version": {1},
        "encoding": {"GSM-7", "UCS-2"},
        "segments": int,
        "units": int,
        "per_segment": int,
        "costly": [costly],
    }
    for text in ("", "x" * 161, "a’b", "👍🏽", "€" * 100, "\n"):
        assert_shape(console.done("segments", text, "--json").json, shape)
    found = console.done("segments", "x" * 161, "--json").json
    assert [found[n] for n in ("segments", "units", "per_segment")] == [2, 161, 153]


def test_import(console: Console, tmp_path: Path) -> None:
    log = twilio_calls_csv(tmp_path / "log.csv", 3)
    log.write_text(log.read_text("utf-8").replace("completed", "ringing", 1), encoding="utf-8")
    answer = console.run("import", log, "--json")
    counts = dict.fromkeys(("read", "new", "known", "refused"), int)
    file = {"file": {"log.csv"}, "format": {"twilio-calls"}, **counts, "refusals": (str, None)}
    assert_shape(answer.json, {"version": {1}, "files": [file]})
    (found,) = answer.json["files"]
    assert found["read"] == found["new"] + found["known"] + found["refused"] == 3


@pytest.mark.parametrize(
    ("entry", "unit"), [(1, "minutes"), (2_010, "minutes"), (2_011, "segments")]
)
def test_explain(month: Console, entry: int, unit: str) -> None:
    shape = {
        "version": {1},
        "id": {str(entry)},
        "facts": dict,
        "quantity": int,
        "unit": {unit},
        "legs": list,
        "outcome": {"included", "billed", "outside", "over", "not_counted"},
        "rule": str,
        "published": DAY,
        "text": str,
    }
    assert_shape(month.done("explain", entry, "--json").json, shape)


def test_explain_of_a_call_that_only_counts_as_a_call(console: Console) -> None:
    console.done("plan", "use", "hubspot-free")
    console.done("log", "call", "--seconds", 0)
    found = console.done("explain", 1, "--json").json
    assert [found[name] for name in ("quantity", "unit", "outcome")] == [0, "minutes", "included"]
    assert "Leg 1" not in console.done("explain", 1).out


def test_log_and_hook(console: Console) -> None:
    for words in (
        ["log", "call", "--seconds", 60],
        ["log", "text", "--segments", 1],
        ["hook", "ring"],
        ["hook", "start"],
        ["hook", "end"],
    ):
        found = console.done(*words, "--json").json
        assert_shape(found, {"version": {1}})
        assert ("id" in found) == (words[1] not in {"ring", "start"})


def test_verify(month: Console) -> None:
    shape = {"version": {1}, "ok": bool, "entries": int, "differences": list}
    assert_shape(month.done("verify", "--json").json, shape)


def test_json_is_one_line_of_plain_ascii(month: Console) -> None:
    month.done("me", "--name", "Jörg Beispiel")
    out = month.done("status", "--json").out
    assert out.isascii()
    assert out.count("\n") == 1
