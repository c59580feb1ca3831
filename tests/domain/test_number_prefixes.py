"""First digits that numbers of a region have, and numbers of no other."""

import pytest

from app.domain.numbers import parse, prefixes_of


@pytest.mark.parametrize(("region", "prefix"), [("DE", "49"), ("FR", "33"), ("BR", "55")])
def test_a_region_alone_in_its_calling_code_has_that(region: str, prefix: str) -> None:
    assert prefixes_of(region) == (prefix,)


@pytest.mark.parametrize("region", ["GB", "JE", "IT", "RU", "ZZ", ""])
def test_a_region_that_shares_its_calling_code_has_none(region: str) -> None:
    assert prefixes_of(region) == ()


@pytest.mark.parametrize(("region", "area"), [("US", "1415"), ("CA", "1416"), ("BS", "1242")])
def test_regions_of_the_north_american_plan_have_their_area_codes(region: str, area: str) -> None:
    prefixes = prefixes_of(region)
    assert area in prefixes
    assert {parse(f"+{prefix}5550123").region for prefix in prefixes} == {region}
