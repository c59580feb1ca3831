"""Durations count sleep and forgive a wall clock that was set."""

from app.domain.beat import Beat, between, slept
from app.domain.instant import MINUTE, SECOND, Instant

HOUR = 60 * MINUTE

EARLIER = Beat(Instant(10 * HOUR), "a", 5 * HOUR, 4 * HOUR)


def test_a_clock_that_was_set_changes_no_duration() -> None:
    later = Beat(Instant(8 * HOUR), "a", 5 * HOUR + 90 * SECOND, 4 * HOUR + 90 * SECOND)
    assert between(EARLIER, later) == 90 * SECOND


def test_sleep_counts_and_can_be_told() -> None:
    later = Beat(Instant(11 * HOUR), "a", 6 * HOUR, 4 * HOUR + MINUTE)
    assert (between(EARLIER, later), slept(EARLIER, later)) == (HOUR, HOUR - MINUTE)


def test_after_a_start_of_the_computer_only_the_wall_clock_tells() -> None:
    later = Beat(Instant(10 * HOUR + MINUTE), "b", SECOND, SECOND)
    assert (between(EARLIER, later), slept(EARLIER, later)) == (MINUTE, 0)


def test_nothing_lasts_less_than_nothing() -> None:
    assert between(EARLIER, Beat(Instant(9 * HOUR), "b", SECOND, SECOND)) == 0
    assert between(Beat(Instant(HOUR)), Beat(Instant(0))) == 0
