"""Public holidays by region: what the settings offer and the working days leave out."""

from datetime import date

import pytest

from app.machine.holidays import Region, holiday_dates, regions, unknown_region


def test_a_part_of_a_country_has_holidays_of_its_own() -> None:
    womens_day = date(2026, 3, 8)
    assert womens_day in holiday_dates("DE-BE", [2026])
    assert womens_day not in holiday_dates("DE", [2026])


def test_each_year_asked_for_is_told() -> None:
    found = holiday_dates("DE", [2026, 2027])
    assert {date(2026, 1, 1), date(2027, 1, 1)} <= found


@pytest.mark.parametrize("code", ["", "ZZ", "DE-XX", "nonsense", "-", "de-BE", "registry"])
def test_a_region_nobody_knows_has_no_holidays(code: str) -> None:
    assert holiday_dates(code, [2026]) == frozenset()


def test_only_a_region_nobody_knows_is_told_as_wrong() -> None:
    assert unknown_region("") is None
    assert unknown_region("DE-BE") is None
    assert "DE-XX" in str(unknown_region("DE-XX"))


def test_regions_tell_country_part_and_name() -> None:
    found = regions()
    assert Region("DE", "DE") in found
    assert Region("DE-BE", "DE", "BE", "Berlin") in found
    assert list(found) == sorted(found, key=lambda each: (each.country, each.part))


def test_every_region_offered_is_known_again() -> None:
    assert {region.code for region in regions() if unknown_region(region.code)} == set()
