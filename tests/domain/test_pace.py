"""The pace learned from somebody's own weeks."""

from datetime import date

from app.domain.pace import UNIT, Pace, WorkingDays, days, pace_of

WORKING = WorkingDays()
TODAY = date(2026, 11, 21)  # a Saturday
START = date(2026, 11, 1)


def pace(history: dict[date, int], *, today: date = TODAY, working: WorkingDays = WORKING) -> Pace:
    return pace_of(today=today, cycle_start=START, history=history, working=working)


def every_working_day(units: int, first: date = date(2026, 9, 28)) -> dict[date, int]:
    return {day: units for day in days(first, TODAY) if WORKING.holds(day)}


def test_a_week_has_five_working_days() -> None:
    assert WORKING.between(date(2026, 11, 16), date(2026, 11, 22)) == 5
    assert WORKING.between(date(2026, 11, 22), date(2026, 11, 16)) == 0


def test_a_holiday_is_no_working_day() -> None:
    working = WorkingDays(frozenset({date(2026, 11, 18)}))
    assert working.between(date(2026, 11, 16), date(2026, 11, 22)) == 4


def test_even_use_is_the_pace_of_every_working_day() -> None:
    found = pace(every_working_day(100))
    assert found.by_weekday == (100 * UNIT,) * 5 + (0, 0)
    assert (found.mean, found.samples) == (100 * UNIT, 40)


def test_a_weekday_of_heavy_use_is_expected_to_be_heavy() -> None:
    history = every_working_day(100)
    history.update({day: 300 for day in history if day.weekday() == 1})
    monday, tuesday, *_ = pace(history).by_weekday
    assert tuesday > 2 * monday


def test_few_days_tell_little_about_a_weekday() -> None:
    few = dict.fromkeys(days(date(2026, 11, 2), date(2026, 11, 6)), 100) | {date(2026, 11, 3): 500}
    found = pace(few, today=date(2026, 11, 7))
    assert found.by_weekday[0] < found.by_weekday[1] < 300 * UNIT


def test_this_cycle_weighs_more_than_the_weeks_before() -> None:
    history = every_working_day(50) | every_working_day(150, START)
    assert 110 * UNIT < pace(history).mean < 150 * UNIT


def test_working_days_of_the_cycle_without_use_count_as_nothing_used() -> None:
    assert pace({date(2026, 11, 20): 150}).mean == 10 * UNIT


def test_use_at_weekends_is_expected_at_weekends() -> None:
    history = every_working_day(100) | dict.fromkeys(days(date(2026, 11, 7), date(2026, 11, 8)), 40)
    *_, friday, saturday, sunday = pace(history).by_weekday
    assert friday == 100 * UNIT
    assert saturday == sunday > 0


def test_a_holiday_tells_nothing_about_its_weekday() -> None:
    history = every_working_day(100)
    history[date(2026, 11, 18)] = 0
    working = WorkingDays(frozenset({date(2026, 11, 18)}))
    assert pace(history, working=working).mean == 100 * UNIT


def test_today_counts_once_it_is_above_the_mean() -> None:
    history = every_working_day(100)
    friday = date(2026, 11, 20)
    assert pace(history | {friday: 20}, today=friday).mean == 100 * UNIT
    assert pace(history | {friday: 900}, today=friday).mean > 110 * UNIT


def test_weeks_longer_ago_than_eight_are_forgotten() -> None:
    assert pace(every_working_day(100) | {date(2026, 1, 5): 9000}).mean == 100 * UNIT


def test_without_use_nothing_is_expected() -> None:
    assert pace({}) == Pace((0,) * 7, 0, 0, 15)
