"""Days and times in both languages; the names are held against CLDR."""

from datetime import UTC, date, datetime

import pytest
from babel.dates import format_skeleton

from app.domain.instant import instant
from app.wording import dates
from tests.support.wordings import ENGLISH, GERMAN

_DAYS = [date(2026, month, month) for month in range(1, 13)]


@pytest.mark.parametrize("day", _DAYS)
@pytest.mark.parametrize(("skeleton", "write"), [("MMMd", dates.day), ("yMMMd", dates.full_day)])
def test_german_days_are_those_of_cldr(day: date, skeleton: str, write: object) -> None:
    assert callable(write)
    assert write("de", day) == format_skeleton(skeleton, day, locale="de_DE")


@pytest.mark.parametrize("day", _DAYS)
def test_german_weekdays_are_those_of_cldr(day: date) -> None:
    assert dates.weekday_day("de", day) == format_skeleton("MMMEd", day, locale="de_DE")


@pytest.mark.parametrize("day", _DAYS)
def test_english_names_are_those_of_cldr(day: date) -> None:
    weekday, month = (format_skeleton(each, day, locale="en_US") for each in ("E", "MMM"))
    assert dates.weekday_day("en", day) == f"{weekday} {day.day} {month}"


def test_a_range_within_a_month_names_the_month_once() -> None:
    days = date(2026, 11, 23), date(2026, 11, 24)
    assert ENGLISH.days(*days) == "23 – 24 Nov"
    assert GERMAN.days(*days) == "23. – 24. Nov."


def test_a_range_over_two_months_names_both() -> None:
    assert ENGLISH.days(date(2026, 11, 29), date(2026, 12, 2)) == "29 Nov – 2 Dec"


def test_a_range_of_one_day_is_that_day() -> None:
    assert ENGLISH.days(date(2026, 11, 23), date(2026, 11, 23)) == "23 Nov"


def test_a_time_is_that_of_the_clocks_in_the_zone() -> None:
    at = instant(datetime(2026, 11, 30, 23, 5, tzinfo=UTC))
    assert ENGLISH.time(at, "Europe/Berlin") == "00:05"
    assert ENGLISH.day_time(at, "Europe/Berlin") == "1 Dec 00:05"
    assert GERMAN.day_time(at, "UTC") == "30. Nov. 23:05"


def test_a_full_day_has_its_year() -> None:
    assert ENGLISH.full_day(date(2019, 1, 11)) == "11 Jan 2019"
    assert GERMAN.full_day(date(2019, 1, 11)) == "11. Jan. 2019"
