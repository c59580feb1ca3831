"""What must not be told is struck out, whatever stands around it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.redaction import STRUCK, strike, strike_lines

_SIGNS = st.sampled_from(["", " ", "-", ".", " (", ") ", "/", "\N{NO-BREAK SPACE}", " - ", ")-("])
_DIGITS = st.lists(st.integers(0, 9), min_size=5, max_size=15)
_TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
_NAMES = st.text(st.sampled_from("abcdefABCÄßéö "), min_size=3, max_size=12).filter(
    lambda name: len(name.strip()) >= 3
)


def written(digits: list[int], signs: list[str]) -> str:
    return "".join(f"{digit}{sign}" for digit, sign in zip(digits, signs, strict=False))


@given(_TEXTS, _DIGITS, st.lists(_SIGNS, min_size=15, max_size=15), _TEXTS)
def test_no_five_digits_of_a_number_survive(
    before: str, digits: list[int], signs: list[str], after: str
) -> None:
    told = strike(f"{before} {written(digits, signs)} {after}")
    assert not re.search(r"\d(?:[^\w\n*]{0,3}\d){4}", told)


@given(_TEXTS, _NAMES, _TEXTS)
def test_no_known_name_survives(before: str, name: str, after: str) -> None:
    told = strike(f"{before} {name} {after}", [name])
    assert not re.search(re.escape(name.strip()), told, re.IGNORECASE)


@given(_TEXTS, st.lists(_NAMES, max_size=4))
def test_what_was_struck_stays_as_it_is(text: str, names: list[str]) -> None:
    once = strike(text, names)
    assert strike(once, names) == once


@pytest.mark.parametrize(
    "secret",
    [
        *("+14155550188", "(415) 555-0188", "0049 (0)30/1234567", "٠١٢٣٤٥٦٧", "415·555·0188"),
        *("Bearer abc.def-ghi", "token: x1", "AC0123456789abcdef0123456789abcdef"),
        "someone@example.com",
    ],
)
def test_secrets_are_struck(secret: str) -> None:
    assert strike(f"a {secret} b") == f"a {STRUCK} b"


def test_a_name_is_struck_whole_and_by_its_parts() -> None:
    told = strike("Jana Berg rang; berg-export.csv; already", ["Jana Berg", "Al"])
    assert told == "*** rang; ***-export.csv; already"


def test_plain_words_and_short_figures_stay() -> None:
    line = 'File "store.py", line 1812, in store: version 3.11'
    assert strike(line) == line


def test_the_time_of_a_line_stays() -> None:
    line = "2026-11-21 13:05:00,123 ERROR app: "
    assert strike_lines(f"{line}+14155550188\nx 14155550188") == f"{line}***\nx ***"
