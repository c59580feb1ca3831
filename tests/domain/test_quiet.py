"""Quiet hours by the clock on the wall."""

from datetime import datetime

import pytest

from app.domain.quiet import QuietHours

SUNDAY, MONDAY = 22, 23


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)  # noqa: DTZ001 - the time of a wall clock


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"),
    [(21, 59, False), (22, 0, True), (23, 59, True), (0, 0, True), (6, 59, True), (7, 0, False)],
)
def test_quiet_hours_may_last_over_midnight(hour: int, minute: int, *, quiet: bool) -> None:
    assert QuietHours(22 * 60, 7 * 60).holds(at(MONDAY, hour, minute)) is quiet


def test_quiet_hours_within_a_day_end_at_their_last_minute() -> None:
    noon = QuietHours(12 * 60, 13 * 60)
    assert [noon.holds(at(MONDAY, hour)) for hour in (11, 12, 13)] == [False, True, False]


def test_without_a_stretch_no_hour_is_quiet() -> None:
    assert not any(QuietHours().holds(at(MONDAY, hour)) for hour in range(24))


def test_a_day_of_rest_is_quiet_from_midnight_to_midnight() -> None:
    rest = QuietHours(days=frozenset({6}))
    assert rest.holds(at(SUNDAY, 0))
    assert rest.holds(at(SUNDAY, 23, 59))
    assert not rest.holds(at(MONDAY, 0))
