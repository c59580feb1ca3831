"""Dates and times as a person writes them."""

from datetime import date

import pytest

from app.domain.instant import iso
from app.domain.problem import UsageProblem
from app.domain.written_instant import read_day, read_start, read_time


def test_a_date_begins_at_midnight_of_the_zone() -> None:
    assert iso(read_start("2026-11-21", "Europe/Berlin")) == "2026-11-20T23:00:00Z"


@pytest.mark.parametrize(
    "text", ["2026-11-21T14:05", "2026-11-21 14:05:00", "2026-11-21T13:05Z", "20261121T140500"]
)
def test_a_time_without_an_offset_is_on_the_clocks_of_the_zone(text: str) -> None:
    assert iso(read_time(text, "Europe/Berlin")) == "2026-11-21T13:05:00Z"


@pytest.mark.parametrize("text", ["", "noon", "2026-11-21", "2026-13-01T10:00", "0001-01-01T00Z"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem):
        read_time(text, "UTC")


@pytest.mark.parametrize("text", ["21.11.2026", "2026-02-30", "1899-12-31", "2200-01-01", "2026"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem):
        read_day(text)


def test_a_day_is_read() -> None:
    assert read_day("2026-11-21") == date(2026, 11, 21)
