"""Reading the lines of a price sheet."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.instant import instant
from app.domain.money import Money
from app.domain.price import PriceRow
from app.domain.price_sheet import parse_sheet
from app.domain.problem import UsageProblem

HEADER = ["origin prefix", "destination prefix", "rate", "currency", "valid from"]
LINE = ["", "1", "0.0140", "USD", "2026-11-01"]
NOVEMBER = instant(datetime(2026, 11, 1, tzinfo=UTC))
ROW = PriceRow("", "1", "minute", Money(Decimal("0.0140"), "USD"), NOVEMBER)


def changed(column: str, value: str) -> list[str]:
    line = list(LINE)
    line[HEADER.index(column)] = value
    return line


def refusal(lines: list[list[str]]) -> str:
    with pytest.raises(UsageProblem) as caught:
        parse_sheet(lines)
    return str(caught.value)


def test_a_line_is_a_dated_price() -> None:
    assert parse_sheet([HEADER, LINE]) == (ROW,)


def test_columns_stand_in_any_order_and_spelling() -> None:
    header = ["Valid_From", " CURRENCY ", "\ufeffPrice", "To", "comment"]
    assert parse_sheet([header, ["2026-11-01", "usd", "0.0140", "+1", "cheap"]]) == (ROW,)


@pytest.mark.parametrize("written", ["+1 415", "1415", " 1 4 1 5 "])
def test_plus_signs_and_spaces_in_a_prefix_are_passed_over(written: str) -> None:
    (row,) = parse_sheet([HEADER, changed("destination prefix", written)])
    assert row.destination == "1415"


@pytest.mark.parametrize(("written", "prefix"), [("", ""), ("*", ""), ("Any", ""), ("+49", "49")])
def test_an_empty_origin_is_any(written: str, prefix: str) -> None:
    (row,) = parse_sheet([HEADER, changed("origin prefix", written)])
    assert row.origin == prefix


@pytest.mark.parametrize(
    ("written", "unit"),
    [("", "minute"), ("Minute", "minute"), ("SMS", "sms"), ("sms_segments", "sms"), ("MMS", "mms")],
)
def test_the_unit_is_the_minute_unless_said(written: str, unit: str) -> None:
    (row,) = parse_sheet([[*HEADER, "Unit"], [*LINE, written]])
    assert row.unit == unit


def test_a_row_can_be_valid_from_an_instant() -> None:
    (row,) = parse_sheet([HEADER, changed("valid from", "2026-11-01T02:00:00+02:00")])
    assert row.valid_from == NOVEMBER


def test_blank_lines_are_passed_over_but_counted() -> None:
    assert parse_sheet([[], HEADER, ["", " "], LINE, [""]]) == (ROW,)
    assert refusal([HEADER, [""], changed("rate", "x")]).startswith("Line 3:")


@pytest.mark.parametrize(
    ("column", "value", "part"),
    [
        ("origin prefix", "client", "origin prefix must be digits"),
        ("destination prefix", "", "destination prefix must be digits"),
        ("destination prefix", "01", "destination prefix must be digits"),
        ("destination prefix", "1" * 16, "destination prefix must be digits"),
        ("rate", "", "rate must be a number"),
        ("rate", "0,0140", "rate must be a number"),
        ("rate", "-0.0140", "rate must be a number"),
        ("rate", "1e5", "rate must be a number"),
        ("rate", "NaN", "rate must be a number"),
        ("rate", "0.0000000001", "rate must be a number"),
        ("currency", "$", "currency must be three letters"),
        ("valid from", "", "valid from must be a date"),
        ("valid from", "01.11.2026", "valid from must be a date"),
        ("valid from", "2026-02-30", "valid from must be a date"),
        ("valid from", "2026-11-01T00:00:00", "valid from must be a date"),
        ("valid from", "1066-10-14", "valid from must be a date"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(column: str, value: str, part: str) -> None:
    sentence = refusal([HEADER, LINE, changed(column, value)])
    assert sentence.startswith("Line 3: ")
    assert part in sentence


def test_an_unknown_unit_is_refused() -> None:
    assert "minute, sms or mms" in refusal([[*HEADER, "unit"], [*LINE, "hour"]])


def test_a_short_line_lacks_its_last_cells() -> None:
    assert "currency must be" in refusal([HEADER, LINE[:3]])


def test_a_missing_column_is_named() -> None:
    sentence = refusal([["to", "currency"], ["1", "USD"]])
    assert sentence == "The price sheet has no column named rate, valid from."


@pytest.mark.parametrize("lines", [[], [HEADER], [[""], HEADER, [""]]])
def test_a_sheet_without_prices_is_refused(lines: list[list[str]]) -> None:
    assert "price sheet is empty" in refusal(lines)
