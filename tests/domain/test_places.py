"""Where a number belongs, and what time it is there."""

import pytest

from app.domain.places import PartOfDay, local_time, town_of, zones_of
from tests.support.ledgers import at


@pytest.mark.parametrize(
    ("number", "language", "town"),
    [
        ("+14155550188", "en", "San Francisco, CA"),
        ("+12125550123", "en", "New York, NY"),
        ("+498912345678", "en", "Munich"),
        ("+498912345678", "de", "München"),
        ("+442079460000", "de", "London"),
        ("+4915112345678", "en", ""),
        ("+18005550199", "en", ""),
        ("hello", "en", ""),
    ],
)
def test_the_town_of_a_number_is_named_where_it_has_one(
    number: str, language: str, town: str
) -> None:
    assert town_of(number, language) == town


def test_the_clock_there_is_that_of_its_zone() -> None:
    found = local_time(zones_of("+14155550188"), at("2026-11-21 13:10"))
    assert found is not None
    assert (f"{found.earliest:%H:%M}", found.zone) == ("05:10", "America/Los_Angeles")


def test_zones_with_the_same_clock_are_one_time() -> None:
    found = local_time(("Europe/London", "Europe/Jersey"), at("2026-11-21 13:10"))
    assert found is not None
    assert found.earliest.hour == found.latest.hour == 13


def test_zones_near_each_other_are_a_range() -> None:
    found = local_time(("America/New_York", "America/Los_Angeles"), at("2026-11-21 13:10"))
    assert found is not None
    assert (found.earliest.hour, found.latest.hour, found.zone) == (5, 8, "")
    assert found.part is None


def test_a_number_that_may_be_anywhere_has_no_time() -> None:
    assert local_time(zones_of("+18005550199"), at("2026-11-21 13:10")) is None
    assert local_time((), at("2026-11-21 13:10")) is None


@pytest.mark.parametrize(
    ("utc", "part"),
    [("03:59", "night"), ("06:00", "early"), ("07:00", "day"), ("18:59", "day"),
     ("19:00", "late"), ("21:00", "night")],
)  # fmt: skip
def test_the_day_there_has_parts_that_matter_to_a_call(utc: str, part: str) -> None:
    found = local_time(("Europe/Berlin",), at(f"2026-11-21 {utc}"))
    assert found is not None
    assert found.part is PartOfDay(part)
