"""Phone numbers without their middle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.wording.language import Language
from app.wording.masking import mask
from app.wording.words import Words, words_in

_SIGNS = st.text("0123456789+ -()x", max_size=24)


@pytest.fixture
def masked() -> Words:
    return words_in(Language()).masking(masked=True)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("+14155550188", "+1 415 ··· ··88"),
        ("+4930123456", "+49 30 ····56"),
        ("4155550188", "········88"),
        ("112", "112"),
        ("1234", "1234"),
        ("anonymous", "anonymous"),
        ("", ""),
    ],
)
def test_a_number_keeps_its_country_its_first_group_and_its_end(
    masked: Words, number: str, written: str
) -> None:
    assert masked.phone(number) == written
    assert masked.whole_phone(number).count("·") == 0


def test_a_name_stays_and_a_number_in_its_place_does_not(masked: Words) -> None:
    assert masked.contact("Ada Rep, 3rd floor") == "Ada Rep, 3rd floor"
    assert masked.contact("(415) 555-0188") == "(···) ···-··88"


def test_an_erased_number_says_so(masked: Words) -> None:
    assert masked.phone("erased:known:US:+1415").startswith("Erased number")


def test_numbers_are_whole_unless_they_are_masked() -> None:
    assert words_in(Language()).phone("+14155550188") == "+1 415 555 0188"


@given(_SIGNS)
def test_four_digits_at_least_are_hidden_of_any_longer_number(number: str) -> None:
    written, digits = mask(number), sum(map(str.isdigit, number))
    assert len(written) == len(number)
    hidden = written.count("·")
    assert hidden == 0 if digits <= 4 else hidden >= min(4, digits - 2)
