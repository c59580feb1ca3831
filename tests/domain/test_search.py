"""What is typed to find entries, taken apart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.search import Sought, folded, pattern_of, sought


def finds(typed: str, number: str) -> bool:
    """Tell whether every word of what was typed is found in a number as it is kept."""
    return all(any(_like(pattern, number) for pattern in word.patterns) for word in sought(typed))


def _like(pattern: str, text: str) -> bool:
    parts = re.findall(r"\\.|.", pattern, re.DOTALL)
    signs = {"%": ".*", "_": "."}
    plain = "".join(signs.get(part) or re.escape(part[-1]) for part in parts)
    return re.fullmatch(plain, text, re.DOTALL | re.IGNORECASE) is not None


@pytest.mark.parametrize(
    "typed",
    [
        *("415 555", "(415) 555-01", "4155550123", "+1 415", "1 (415) 555.0123", "1-415-555-0123"),
        *("+14155550123", "0123", "555–01", "４１５ 555", "00 1 415 555", "011 1 415"),
    ],
)
def test_a_number_is_found_in_any_spelling(typed: str) -> None:
    assert finds(typed, "+14155550123")


@pytest.mark.parametrize("typed", ["0170 55", "0170/55", "+49 (0)170 55", "0049 170", "17055"])
def test_a_national_number_is_found_by_its_international_form(typed: str) -> None:
    assert finds(typed, "+491705550123")


@pytest.mark.parametrize("typed", ["415 550", "0999", "+415", "+49 415", "4155550124", "0", "004"])
def test_other_digits_are_not_found(typed: str) -> None:
    assert not finds(typed, "+14155551123")


def test_words_of_one_number_may_each_stand_in_a_phrase() -> None:
    assert sought("anna 12 34") == (
        Sought("anna", ("%anna%",)),
        Sought("12", ("%1234%",)),
        Sought("34", ("%1234%",)),
    )


def test_a_plus_begins_another_number() -> None:
    assert [word.patterns for word in sought("555 +1 212")] == [
        ("%555%",),
        ("+1212%",),
        ("+1212%",),
    ]


def test_signs_of_a_pattern_are_plain_signs() -> None:
    assert pattern_of("50%_\\") == "%50\\%\\_\\\\%"


def test_case_and_composition_make_no_difference() -> None:
    assert sought("MU\u0308LLER")[0].phrase == folded("Müller")


def test_nothing_typed_is_no_word() -> None:
    assert sought("  \t ") == sought("\0") == ()


@given(st.text())
def test_whatever_is_typed_can_be_searched(typed: str) -> None:
    words = sought(typed)
    assert len(words) <= 16
    assert all(word.phrase and word.patterns for word in words)
    assert "\0" not in "".join(word.phrase for word in words)


@given(st.integers(2, 9_999_999_999).map(str), st.data())
def test_every_part_of_a_number_finds_it(digits: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(digits) - 1))
    part = digits[start : data.draw(st.integers(start + 1, len(digits)))]
    assert finds(part, f"+{digits}")
