"""What was billed in several currencies has a sum in each."""

from pathlib import Path
from typing import Any

from tests.support.console import Console
from tests.support.records import lines


def _text(number: int, price: str = "", currency: str = "") -> dict[str, Any]:
    said = {"id": str(number), "price": price, "currency": currency}
    at = {"start": "2026-11-03T10:00:00Z", "direction": "outbound"}
    return {"kind": "text", "provider": "test", "reported": "1", **at, **said}


def test_each_currency_has_its_sum(console: Console, tmp_path: Path) -> None:
    texts = [_text(1, "0.07", "USD"), _text(2, "0.07", "USD"), _text(3, "0.30", "EUR")]
    console.done("plan", "use", "aircall-no-bundle")
    console.done("import", lines(tmp_path / "a.jsonl", texts))
    meter = console.meter("sms_segments")
    sums = [(each["amount"], each["currency"]) for each in meter["billed_amounts"]]
    assert (meter["billed_amount"], sums) == (None, [("0.30", "EUR"), ("0.14", "USD")])
    assert "about €0.30 and $0.14" in console.done("status").out


def test_segments_without_a_price_are_told_beside_the_sums(
    console: Console, tmp_path: Path
) -> None:
    texts = [_text(1, "0.07", "USD"), _text(2, "0.30", "EUR"), _text(3)]
    console.done("plan", "use", "aircall-no-bundle")
    console.done("import", lines(tmp_path / "a.jsonl", texts))
    told = "at least €0.30 and $0.07, 1 segment without a price"
    assert told in console.done("status").out


def test_one_currency_has_one_sum(console: Console, tmp_path: Path) -> None:
    console.done("plan", "use", "aircall-no-bundle")
    console.done("import", lines(tmp_path / "a.jsonl", [_text(1, "0.07", "USD")]))
    meter = console.meter("sms_segments")
    assert meter["billed_amounts"] == [meter["billed_amount"]]
