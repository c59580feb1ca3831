import pytest

from app.remote.header_numbers import header_number


@pytest.mark.parametrize(
    ("said", "number"), [("0", 0), (" 119 ", 119), ("1763813000000000", 1763813000000000)]
)
def test_a_header_says_a_whole_number(said: str, number: int) -> None:
    assert header_number({"x-left": said}, "x-left") == number


@pytest.mark.parametrize("said", ["", "-1", "1.5", "ten", "١٢", "²", "9" * 17])
def test_a_header_that_says_no_number_says_nothing(said: str) -> None:
    assert header_number({"x-left": said}, "x-left") is None


def test_a_header_that_is_missing_says_nothing() -> None:
    assert header_number({}, "x-left") is None
