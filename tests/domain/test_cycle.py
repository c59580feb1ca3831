"""Cycles in the zone of the account."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cycle import (
    check_zone,
    cycle_at,
    day_start,
    local_day,
)
from app.domain.instant import DAY, Instant, instant, iso, moment
from app.domain.problem import UsageProblem

BERLIN = "Europe/Berlin"
ZONES = st.sampled_from(sorted(name for name in available_timezones() if name != "localtime"))
ANCHORS = st.integers(1, 31)
INSTANTS = st.integers(
    instant(datetime(1990, 1, 1, tzinfo=UTC)), instant(datetime(2100, 1, 1, tzinfo=UTC))
).map(Instant)
DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


def at(written: str) -> Instant:
    return instant(datetime.fromisoformat(written))


def bounds(written: str, *, zone: str, anchor_day: int = 1) -> tuple[str, str]:
    cycle = cycle_at(at(written), zone=zone, anchor_day=anchor_day)
    return iso(cycle.start), iso(cycle.end)


def wall(instant_: Instant, zone: str) -> datetime:
    return moment(instant_).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def test_a_month_in_berlin_starts_and_ends_at_local_midnight() -> None:
    expected = ("2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z")
    assert bounds("2026-11-21T13:05:00Z", zone=BERLIN) == expected


def test_a_cycle_holds_its_start_but_not_its_end() -> None:
    start = at("2026-10-31T23:00:00Z")
    assert cycle_at(start, zone=BERLIN).start == start
    assert cycle_at(Instant(start - 1), zone=BERLIN).end == start


def test_a_month_in_summer_and_winter_time_is_an_hour_longer() -> None:
    cycle = cycle_at(at("2026-10-10T00:00:00Z"), zone=BERLIN)
    assert cycle.end - cycle.start == 31 * DAY + DAY // 24


def test_the_month_of_twilio_is_that_of_utc() -> None:
    expected = ("2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z")
    assert bounds("2024-02-29T23:59:59.999999Z", zone="UTC") == expected


def test_an_anchor_day_begins_the_cycle() -> None:
    expected = ("2025-04-14T00:00:00Z", "2025-05-14T00:00:00Z")
    assert bounds("2025-05-13T23:59:59Z", zone="UTC", anchor_day=14) == expected
    assert bounds("2025-04-14T00:00:00Z", zone="UTC", anchor_day=14) == expected


@pytest.mark.parametrize(
    ("anchor_day", "year", "last"), [(31, 2026, 28), (30, 2026, 28), (29, 2024, 29), (31, 2024, 29)]
)
def test_an_anchor_day_that_the_month_lacks_is_its_last_day(
    anchor_day: int, year: int, last: int
) -> None:
    cycle = cycle_at(at(f"{year}-03-15T00:00:00Z"), zone="UTC", anchor_day=anchor_day)
    assert local_day(cycle.start, "UTC") == date(year, 2, last)
    assert local_day(cycle.end, "UTC") == date(year, 3, anchor_day)


def test_the_cycle_before_and_after_keep_the_anchor_day() -> None:
    cycle = cycle_at(at("2026-03-05T00:00:00Z"), zone="UTC", anchor_day=31)
    before = cycle_at(Instant(cycle.start - 1), zone="UTC", anchor_day=31)
    after = cycle_at(cycle.end, zone="UTC", anchor_day=31)
    assert local_day(before.start, "UTC") == date(2026, 1, 31)
    assert local_day(after.end, "UTC") == date(2026, 4, 30)


@pytest.mark.parametrize("anchor_day", [0, 32, -1])
def test_an_anchor_day_no_month_has_is_refused(anchor_day: int) -> None:
    with pytest.raises(UsageProblem, match="from 1 to 31"):
        cycle_at(Instant(0), zone="UTC", anchor_day=anchor_day)


def test_a_midnight_that_is_skipped_is_the_first_instant_after_the_gap() -> None:
    # Brazil moved its clocks from 0:00 to 1:00 on 4 November 2018.
    assert iso(day_start(date(2018, 11, 4), "America/Sao_Paulo")) == "2018-11-04T03:00:00Z"


def test_a_day_that_is_skipped_begins_after_the_gap() -> None:
    # Samoa had no 30 December 2011.
    skipped = day_start(date(2011, 12, 30), "Pacific/Apia")
    assert skipped == day_start(date(2011, 12, 31), "Pacific/Apia") == at("2011-12-30T10:00:00Z")


def test_a_midnight_that_happens_twice_is_the_first() -> None:
    # Cuba moves its clocks from 1:00 back to 0:00.
    assert iso(day_start(date(2026, 11, 1), "America/Havana")) == "2026-11-01T04:00:00Z"


def test_a_day_that_begins_twice_begins_at_the_first() -> None:
    # Newfoundland moved its clocks at 0:01 back to 23:01 of the day before.
    start = day_start(date(2010, 11, 7), "America/St_Johns")
    assert iso(start) == "2010-11-07T02:30:00Z"
    assert local_day(Instant(start + DAY // 1440), "America/St_Johns") == date(2010, 11, 6)


@pytest.mark.parametrize(
    "name",
    [
        *("", "Mars/Base", "../x", "/etc/localtime", "Europe/../Europe/Berlin", "America", "a\0b"),
        *("Europe//Berlin", "Europe/Berlin/", "right/UTC", "posix/UTC", "localtime", "posixrules"),
        *("tzdata.zi", "zone.tab", "Europe/Berlin ", "C:\\x", "Ä", "x" * 5000, "CET-1CEST{zone}"),
    ],
)
def test_a_zone_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(UsageProblem, match="There is no time zone"):
        check_zone(name)


@pytest.mark.parametrize("name", ["UTC", "Europe/Berlin", "America/Argentina/Ushuaia", "Etc/GMT+5"])
def test_a_zone_that_exists_is_returned(name: str) -> None:
    assert check_zone(name) == name


def test_asking_in_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UsageProblem, match="Nowhere/Else"):
        cycle_at(Instant(0), zone="Nowhere/Else")


@given(INSTANTS, ZONES, ANCHORS)
def test_cycles_follow_each_other_without_gap_or_overlap(
    asked: Instant, zone: str, anchor_day: int
) -> None:
    cycle = cycle_at(asked, zone=zone, anchor_day=anchor_day)
    after = cycle_at(cycle.end, zone=zone, anchor_day=anchor_day)
    before = cycle_at(Instant(cycle.start - 1), zone=zone, anchor_day=anchor_day)
    assert cycle.start <= asked < cycle.end
    assert (before.end, after.start) == (cycle.start, cycle.end)
    assert 27 * DAY < cycle.end - cycle.start < 33 * DAY


@given(INSTANTS, ZONES, ANCHORS)
def test_every_instant_of_a_cycle_answers_with_it(
    asked: Instant, zone: str, anchor_day: int
) -> None:
    cycle = cycle_at(asked, zone=zone, anchor_day=anchor_day)
    for other in (cycle.start, Instant((cycle.start + cycle.end) // 2), Instant(cycle.end - 1)):
        assert cycle_at(other, zone=zone, anchor_day=anchor_day) == cycle


@given(DAYS, ZONES)
def test_a_day_begins_at_its_first_instant(day: date, zone: str) -> None:
    start = day_start(day, zone)
    midnight = datetime.combine(day, datetime.min.time())
    assert wall(start, zone) >= midnight
    assert wall(Instant(start - 1), zone) < midnight


@given(DAYS, ZONES)
def test_days_begin_in_order(day: date, zone: str) -> None:
    tomorrow = day_start(day + timedelta(days=1), zone)
    assert day_start(day, zone) <= tomorrow <= day_start(day, zone) + 2 * DAY


@given(INSTANTS, ZONES)
def test_the_local_day_is_that_of_the_wall_calendar(asked: Instant, zone: str) -> None:
    assert local_day(asked, zone) == wall(asked, zone).date()
