"""Phone numbers in one form, and their regions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.numbers import Number, NumberClass, parse
from tests.support import vectors

AREAS = [
    (area, region)
    for region, areas in vectors.read("nanp_area_code_regions")["by_region"].items()
    for area in areas
]


@pytest.mark.parametrize("text", [
    "+1 (415) 555-0188", "+14155550188", "14155550188", "4155550188", "(415) 555 0188",
    "415.555.0188", "1-415-555-0188", "tel:+1-415-555-0188;ext=12", "sip:+14155550188@host",
    "＋１４１５５５５０１８８", "+1 415 555 0188 x12", "0014155550188",
    "\u202a+1 415-555-0188\u202c",
    "client:+14155550188", "+1\u00a0415\u00a0555\u00a00188", " 4155550188 ", "+1/415/555/0188",
])  # fmt: skip
def test_one_number_has_one_form_however_it_is_written(text: str) -> None:
    assert parse(text) == Number("+14155550188", NumberClass.KNOWN, "US")


@pytest.mark.parametrize(("text", "default", "expected", "region"), [
    ("(857) 829 5489", "US", "+18578295489", "US"),
    ("0049 30 1234567", "US", "+49301234567", "DE"),
    ("011 49 30 1234567", "US", "+49301234567", "DE"),
    ("01149301234567", "CA", "+49301234567", "DE"),
    ("4915112345678", "US", "+4915112345678", "DE"),
    ("030 1234567", "DE", "+49301234567", "DE"),
    ("15112345678", "DE", "+4915112345678", "DE"),
    ("14155550188", "DE", "+14155550188", "US"),
    ("+49 (0)30 1234567", "US", "+49301234567", "DE"),
    ("+39 06 1234567", "US", "+39061234567", "IT"),
    ("+800 1234 5678", "US", "+80012345678", ""),
    ("sip:+15550100@host", "US", "+15550100", ""),
])  # fmt: skip
def test_national_and_foreign_numbers(text: str, default: str, expected: str, region: str) -> None:
    assert parse(text, default) == Number(expected, NumberClass.KNOWN, region)


@pytest.mark.parametrize(("text", "kind"), [
    ("anonymous", NumberClass.WITHHELD), ("Unterdrückte Nummer", NumberClass.WITHHELD),
    ("sip:anonymous@anonymous.invalid", NumberClass.WITHHELD), ("+266696687", NumberClass.WITHHELD),
    ("+7378742833", NumberClass.WITHHELD), ("", NumberClass.UNKNOWN), ("  ", NumberClass.UNKNOWN),
    ("-", NumberClass.UNKNOWN), ("+", NumberClass.UNKNOWN), ("Unknown", NumberClass.UNKNOWN),
    ("1" * 30, NumberClass.UNKNOWN), ("+999", NumberClass.UNKNOWN), ("55501", NumberClass.OTHER),
    ("911", NumberClass.OTHER), ("555-0100", NumberClass.OTHER), ("BANK24", NumberClass.OTHER),
    ("client:jana", NumberClass.OTHER), ("sip:agent@127.0.0.1:5170", NumberClass.OTHER),
    ("sip:192.168.178.20", NumberClass.OTHER), ("sim:", NumberClass.OTHER),
    ("jana@example.org", NumberClass.OTHER),
])  # fmt: skip
def test_what_is_no_number_says_why(text: str, kind: NumberClass) -> None:
    assert parse(text) == Number(text.strip(), kind, "")


@pytest.mark.parametrize(("area", "region"), AREAS)
def test_an_area_code_lies_in_its_recorded_region(area: str, region: str) -> None:
    assert parse(f"+1{area}2345678").region == region


def test_an_area_code_in_no_record_has_no_region() -> None:
    unassigned = {str(area) for area in range(200, 1000)}.difference(area for area, _ in AREAS)
    assert {parse(f"+1{area}2345678")[1:] for area in unassigned} == {(NumberClass.KNOWN, "")}


def test_an_unassigned_number_lies_where_its_area_code_does() -> None:
    assert parse("+14151550188").region == "US"
    assert parse("+1 (604) 055-0188").region == "CA"


def test_territories_and_islands_are_not_the_united_states() -> None:
    areas = ["787", "340", "671", "684", "670", "242"]
    regions = [parse(f"+1{area}2345678") for area in areas]
    assert [number.region for number in regions] == ["PR", "VI", "GU", "AS", "MP", "BS"]


def test_absurdly_long_input_is_cut_and_unknown() -> None:
    assert parse("+1415" * 10_000) == Number(("+1415" * 13)[:64], NumberClass.UNKNOWN, "")


@given(
    st.one_of(st.text(), st.text(st.sampled_from("+0123456789 ()-.;:@<>x#,sipteltclient\ud800")))
)
def test_any_text_is_read_without_failing(text: str) -> None:
    number = parse(text)
    known = number.kind is NumberClass.KNOWN
    assert known is (number.text[:1] == "+" and number.text[1:].isdecimal()) or not known
    assert known or number.region == ""


def test_noughts_behind_a_country_code_are_no_number() -> None:
    assert parse("+43000000").kind is NumberClass.UNKNOWN


@given(st.from_regex(r"\+?[0-9]{5,14}", fullmatch=True), st.sampled_from(["US", "DE", "GB", "XX"]))
def test_a_known_number_reads_as_itself(text: str, default: str) -> None:
    number = parse(text, default)
    if number.kind is NumberClass.KNOWN:
        assert parse(number.text, "US") == number
