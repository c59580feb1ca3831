"""Whether an allowance lasts, and what a day may use."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.forecast import forecast
from app.domain.meter import Forecast
from app.domain.pace import WorkingDays, days

WORKING = WorkingDays()
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
SATURDAY = date(2026, 11, 21)
USES = st.dictionaries(
    st.dates(date(2026, 9, 28), date(2026, 11, 30)), st.integers(0, 400), min_size=1, max_size=60
)
TODAYS = st.dates(date(2026, 11, 5), date(2026, 11, 30))


def even(units: int, first: date = NOVEMBER[0], last: date = NOVEMBER[1]) -> dict[date, int]:
    return {day: units for day in days(first, last) if WORKING.holds(day)}


def at(
    today: date,
    history: Mapping[date, int],
    *,
    included: int = 2000,
    working: WorkingDays = WORKING,
) -> Forecast | None:
    """Forecast from what was used up to a day."""
    past = {day: units for day, units in history.items() if day <= today}
    used = sum(units for day, units in past.items() if day >= NOVEMBER[0])
    return forecast(
        today=today,
        cycle_days=NOVEMBER,
        used=used,
        remaining=max(0, included - used),
        history=past,
        working=working,
    )


def known(found: Forecast | None) -> Forecast:
    assert found is not None
    return found


def test_84_minutes_left_on_a_saturday_with_six_working_days_are_14_a_day() -> None:
    found = known(at(SATURDAY, even(128) | {date(2026, 11, 20): 124}))
    assert (found.safe_per_working_day, found.working_days_left) == (14, 6)
    assert found.runs_out == date(2026, 11, 23)
    assert found.per_working_day == 128


def test_a_pace_that_lasts_has_no_last_day() -> None:
    found = known(at(SATURDAY, even(50)))
    assert (found.runs_out, found.earliest, found.latest) == (None, None, None)


def test_an_allowance_just_used_up_by_the_last_day_lasts() -> None:
    assert known(at(SATURDAY, even(100), included=2100)).runs_out is None
    assert known(at(SATURDAY, even(100), included=2099)).runs_out == date(2026, 11, 30)


def test_the_last_day_is_the_one_on_which_the_rest_is_used() -> None:
    assert known(at(SATURDAY, even(100), included=1700)).runs_out == date(2026, 11, 24)
    assert known(at(SATURDAY, even(100), included=1701)).runs_out == date(2026, 11, 25)


def test_the_range_widens_with_uneven_use() -> None:
    uneven = {day: 20 if day.day % 2 else 180 for day in even(1)}
    found, calm = known(at(SATURDAY, uneven, included=1900)), known(at(SATURDAY, even(100)))
    assert found.earliest is not None
    assert found.runs_out is not None
    assert found.latest is not None
    assert found.earliest < found.runs_out < found.latest
    assert (
        calm.expected[-1][3] - calm.expected[-1][1]
        < found.expected[-1][3] - (found.expected[-1][1])
    )


@pytest.mark.parametrize(
    ("day", "speaks"), [(1, False), (2, False), (3, False), (4, True), (5, True)]
)
def test_it_is_silent_until_a_tenth_of_the_cycle_has_passed(day: int, speaks: bool) -> None:  # noqa: FBT001
    found = at(date(2026, 11, day), dict.fromkeys(days(*NOVEMBER), 10))
    assert (found is not None) is speaks


@pytest.mark.parametrize(("day", "speaks"), [(3, False), (4, True)])
def test_three_working_days_are_enough_in_a_longer_month(day: int, speaks: bool) -> None:  # noqa: FBT001
    # July 2026 begins on a Wednesday: on Saturday the 4th three of its 31 days have passed.
    july = (date(2026, 7, 1), date(2026, 7, 31))
    found = forecast(
        today=date(2026, 7, day), cycle_days=july, used=30, remaining=70, history={july[0]: 30}
    )
    assert (found is not None) is speaks


def test_it_is_silent_while_nothing_is_used() -> None:
    assert at(SATURDAY, {}) is None


def test_it_is_silent_outside_the_cycle() -> None:
    assert at(date(2026, 12, 5), even(100)) is None
    assert at(date(2026, 10, 31), even(100)) is None


def test_with_nothing_left_nothing_is_safe_and_no_day_is_told() -> None:
    found = known(at(SATURDAY, even(200)))
    assert (found.runs_out, found.earliest, found.latest) == (None, None, None)
    assert found.safe_per_working_day == 0


def test_holidays_are_passed_over() -> None:
    holiday = WorkingDays(frozenset({date(2026, 11, 23), date(2026, 11, 24)}))
    found = known(at(SATURDAY, even(100), included=1580, working=holiday))
    assert found.runs_out == date(2026, 11, 25)
    assert (found.working_days_left, found.safe_per_working_day) == (4, 20)


def test_a_working_day_that_is_today_is_one_of_those_left() -> None:
    found = known(at(date(2026, 11, 20), even(100)))
    assert (found.working_days_left, found.safe_per_working_day) == (7, 71)


def test_the_last_weekend_of_a_cycle_may_use_all_that_is_left() -> None:
    january = (date(2026, 1, 1), date(2026, 1, 31))
    found = forecast(
        today=january[1], cycle_days=january, used=90, remaining=10, history={january[0]: 90}
    )
    assert (known(found).working_days_left, known(found).safe_per_working_day) == (0, 10)


def test_only_the_rest_of_today_is_still_to_come() -> None:
    found = known(at(date(2026, 11, 20), even(100) | {date(2026, 11, 20): 40}))
    assert found.expected[0][2] == 1500


def test_the_projection_runs_from_today_to_the_last_day() -> None:
    found = known(at(SATURDAY, even(100)))
    assert found.expected[0] == (SATURDAY, 1500, 1500, 1500)
    assert (found.expected[-1][0], found.expected[-1][2]) == (NOVEMBER[1], 2100)


@given(USES, TODAYS, st.integers(1, 6000))
def test_the_range_holds_the_mean_and_never_falls(
    history: dict[date, int], today: date, included: int
) -> None:
    found = at(today, history, included=included)
    for (_, *before), (_, *after) in pairwise(found.expected if found else ()):
        assert before[0] <= before[1] <= before[2]
        assert all(earlier <= later for earlier, later in zip(before, after, strict=True))


@given(USES, TODAYS, st.integers(1, 6000))
def test_the_last_day_lies_in_its_range_and_in_the_cycle(
    history: dict[date, int], today: date, included: int
) -> None:
    found = at(today, history, included=included)
    if found and found.runs_out and found.earliest and found.latest:
        assert today <= found.earliest <= found.runs_out <= found.latest <= NOVEMBER[1]


@given(USES, TODAYS, st.integers(1, 6000), st.integers(0, 500))
def test_a_larger_allowance_never_ends_sooner(
    history: dict[date, int], today: date, included: int, more: int
) -> None:
    small, large = (at(today, history, included=size) for size in (included, included + more))
    if small and large and small.runs_out and large.runs_out:
        assert small.runs_out <= large.runs_out


@given(TODAYS, st.integers(0, 6000))
def test_the_safe_pace_is_the_largest_that_lasts(today: date, remaining: int) -> None:
    found = forecast(
        today=today, cycle_days=NOVEMBER, used=1, remaining=remaining, history={NOVEMBER[0]: 1}
    )
    safe, left = known(found).safe_per_working_day, known(found).working_days_left
    assert safe * left <= remaining < (safe + 1) * left
