from datetime import UTC, datetime

import pytest

from app.remote.headers import header_date, header_number


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


def test_a_header_says_a_time() -> None:
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    for said in ("Sun, 22 Nov 2026 12:00:00 GMT", "Sun, 22 Nov 2026 12:00:00 -0000"):
        assert header_date({"date": said}, "date") == noon


@pytest.mark.parametrize("said", ["", "soon", "Sun, 99 Nov 2026 12:00:00 GMT", "0"])
def test_a_header_that_says_no_time_says_nothing(said: str) -> None:
    assert header_date({"date": said}, "date") is None
