"""A number struck out of words however it is spelled, a name only as a whole."""

import pytest

from app.domain.striking import striking


@pytest.mark.parametrize("spelled", [
    "+12125550123", "12125550123", "2125550123", "(212) 555-0123", "+1 (212) 555 0123",
    "212.555.0123", "001 212 555 0123", "1-212-555-0123", "212\u00a0555\u00a00123",
])  # fmt: skip
def test_every_spelling_of_a_number_goes(spelled: str) -> None:
    assert striking(["+12125550123"], [])(f"see {spelled}!") == "see …!"


@pytest.mark.parametrize("spelled", ["+49 30 1234567", "030 1234567", "+49 (0)30 123 45 67"])
def test_the_national_form_goes_too(spelled: str) -> None:
    assert "1234567" not in striking(["+49301234567"], [])(spelled).replace(" ", "")


def test_another_number_stays() -> None:
    assert striking(["+12125550123"], [])("212 555 0124") == "212 555 0124"


def test_a_name_goes_as_a_whole_whatever_its_case() -> None:
    strike = striking([], ["Ada Lovelace"])
    assert strike("ask ADA  lovelace, Adam and Ada") == "ask …, Adam and Ada"


def test_a_name_of_two_letters_is_left() -> None:
    assert striking([], ["Al"])("Al and all") == "Al and all"
