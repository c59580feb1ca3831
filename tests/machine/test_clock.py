"""The clock, the instant it can be made to stand at, and the zone of the machine."""

import time

import pytest

from app.domain.instant import Instant, iso
from app.domain.problem import UsageProblem
from app.machine.clock import clock_of, machine_zone


def test_the_clock_goes_when_nothing_is_said() -> None:
    before = time.time_ns() // 1000
    assert before <= clock_of({}).now() <= time.time_ns() // 1000


@pytest.mark.parametrize("told", ["2026-11-21T13:05:00Z", " 2026-11-21T14:05:00+01:00"])
def test_the_clock_stands_where_the_environment_says(told: str) -> None:
    assert iso(clock_of({"TALKTALLY_NOW": told}).now()) == "2026-11-21T13:05:00Z"


@pytest.mark.parametrize(
    "told",
    ["2026-11-21T13:05:00", "2026-11-21", "yesterday", "0001-01-01T00:00:00Z", "2300-01-01T00:00Z"],
)
def test_an_unclear_instant_is_refused(told: str) -> None:
    with pytest.raises(UsageProblem, match="must be an instant with its zone"):
        clock_of({"TALKTALLY_NOW": told})


@pytest.mark.parametrize(
    "told", ["Europe/Berlin", ":Europe/Berlin", "/usr/share/zoneinfo/Europe/Berlin"]
)
def test_the_zone_is_the_one_the_environment_names(told: str) -> None:
    assert machine_zone({"TZ": told}) == "Europe/Berlin"


def test_the_machine_always_has_some_zone() -> None:
    assert machine_zone({"TZ": "CET-1CEST"})
    assert machine_zone({})


def test_an_instant_stands_still() -> None:
    clock = clock_of({"TALKTALLY_NOW": "1970-01-01T00:00:01Z"})
    assert clock.now() == clock.now() == Instant(1_000_000)
