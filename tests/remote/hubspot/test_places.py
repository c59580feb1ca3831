"""Where a reading of HubSpot goes on: past stamps ahead of time, and past damage."""

from collections.abc import Iterator

import pytest

from tests.support.hubspot_desk import Desk, desk


@pytest.fixture(name="hubspot")
def _hubspot() -> Iterator[Desk]:
    with desk() as made:
        yield made


def test_a_stamp_that_is_some_hours_ahead_hides_no_change_before_it(hubspot: Desk) -> None:
    for hours in (0, 6, 1, 2, 5, 20, 1):
        hubspot.now += hours * 3600
        ahead = hubspot.book.now() + 20 * 3_600_000 if hours == 6 else None
        hubspot.book.call(changed=ahead)
        hubspot.round()
        assert hubspot.facts == hubspot.account.truth()
    hubspot.now += 600
    hubspot.round()
    hubspot.now += 600
    (page,) = hubspot.round()
    assert page.read == 0


@pytest.mark.parametrize("position", ['{"newest": "x"}', '{"began": null}', "[" * 9999, "[1]"])
def test_a_damaged_place_is_the_very_beginning(hubspot: Desk, position: str) -> None:
    hubspot.book.add(3)
    hubspot.positions["calls"] = position
    hubspot.round()
    assert hubspot.facts == hubspot.account.truth()
