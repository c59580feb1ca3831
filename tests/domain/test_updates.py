"""The program asks once a day, and tells of nothing but a newer version."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.instant import DAY, MINUTE, Instant, instant
from app.domain.problem import EnvironmentProblem, Problem
from app.domain.update_news import News, Version
from app.domain.updates import (
    Looked,
    Source,
    System,
    WhyNot,
    asking,
    is_due,
    newer,
    why_not,
    with_clock,
    with_news,
    with_problem,
)

NOON = instant(datetime(2026, 11, 22, 12, tzinfo=UTC))
HOUR = 60 * MINUTE
PAGE = "https://example.com/"
NEWS = News(date(2026, 11, 22), Version(0, 2, 0), PAGE)
LINUX = System("linux", "2.36")
SOURCE = Source("https://example.com/updates.json", "key")


def later(instant: int, by: int) -> Instant:
    return Instant(instant + by)


def test_a_day_that_no_clock_of_ours_planned_is_not_waited_for() -> None:
    looked = Looked(asked=NOON, due=later(NOON, 400 * DAY))
    assert not is_due(looked, later(NOON, 28 * HOUR - 1))
    assert is_due(looked, later(NOON, 28 * HOUR))


def test_who_never_asked_may() -> None:
    assert is_due(Looked(), NOON)


@pytest.mark.parametrize(("jitter", "hours"), [(0.0, 24), (0.5, 26), (1.0, 28)])
def test_it_asks_again_after_a_day_and_a_little(jitter: float, hours: int) -> None:
    looked = asking(Looked(), NOON, jitter)
    assert not is_due(looked, later(NOON, hours * HOUR - 1))
    assert is_due(looked, later(NOON, hours * HOUR))


def test_a_clock_that_is_set_back_asks_no_sooner() -> None:
    looked = asking(Looked(), NOON, 0.0)
    back = later(NOON, -10 * DAY)
    looked = with_clock(looked, back)
    assert not is_due(looked, back)
    assert not is_due(looked, later(back, DAY - 1))
    assert is_due(looked, later(back, DAY))


def test_a_computer_that_starts_in_1970_each_time_asks_once_a_day() -> None:
    looked = asking(Looked(), NOON, 0.0)
    for hour in (1, 5, 9):
        looked = with_clock(looked, Instant(HOUR))
        assert not is_due(looked, Instant(HOUR))
        now = later(NOON, hour * HOUR)
        looked = with_clock(looked, now)
        assert not is_due(looked, now)


def test_a_question_of_a_clock_that_went_ahead_does_not_silence_it_for_years() -> None:
    looked = with_clock(asking(Looked(), later(NOON, 3_000 * DAY), 1.0), NOON)
    assert is_due(with_clock(looked, later(NOON, DAY)), later(NOON, DAY))


@given(st.lists(st.integers(-40 * DAY, 40 * DAY), max_size=40), st.floats(0, 1))
def test_no_setting_of_the_clock_asks_twice_within_a_day_of_running(
    leaps: list[int], jitter: float
) -> None:
    """The clock is set back once an hour of real time."""
    looked, real, asked_at = Looked(), 0, []
    now = NOON
    for leap in leaps:
        now = Instant(max(0, now + HOUR + min(0, leap)))
        real += HOUR
        looked = with_clock(looked, now)
        if is_due(looked, now):
            asked_at.append(real)
            looked = asking(looked, now, jitter)
    assert all(b - a >= DAY for a, b in pairwise(asked_at))


def test_after_a_network_that_was_away_an_hour_is_enough() -> None:
    looked = asking(Looked(), NOON, 1.0)
    away = with_problem(looked, Problem("away"), NOON, away=True)
    told = with_problem(looked, Problem("odd"), NOON, away=False)
    assert is_due(away, later(NOON, HOUR))
    assert not is_due(told, later(NOON, HOUR))


def test_older_news_are_passed_over() -> None:
    looked = with_news(Looked(), NEWS, NOON)
    for old in (
        replace(NEWS, day=date(2026, 11, 21), version=Version(9, 0, 0)),
        replace(NEWS, version=Version(0, 1, 9)),
    ):
        with pytest.raises(EnvironmentProblem, match="older"):
            with_news(looked, old, NOON)


def test_a_version_can_be_withdrawn_by_later_news() -> None:
    looked = with_news(Looked(), NEWS, NOON)
    later_news = replace(NEWS, day=date(2026, 11, 23), version=Version(0, 1, 0))
    looked = with_news(looked, later_news, NOON)
    assert newer("0.1.0", looked.news, LINUX) == (None, "")


def test_news_of_a_day_to_come_are_passed_over_and_not_kept() -> None:
    with pytest.raises(EnvironmentProblem, match="still to come"):
        with_news(Looked(), replace(NEWS, day=date(2026, 11, 25)), NOON)
    assert with_news(Looked(), replace(NEWS, day=date(2026, 11, 24)), NOON).answered == NOON


def test_news_that_are_years_old_still_tell_of_a_newer_version() -> None:
    looked = with_news(Looked(), replace(NEWS, day=date(2020, 1, 1)), NOON)
    assert newer("0.1.0", looked.news, LINUX)[0] is not None


def test_the_same_news_again_take_the_problem_away() -> None:
    looked = with_problem(with_news(Looked(), NEWS, NOON), Problem("odd"), NOON, away=False)
    assert with_news(looked, NEWS, NOON).problem is None


@pytest.mark.parametrize("own", ["0.2.0", "0.2.1", "0.10.0", "1.0.0", "0.3.0.dev1", "", "0"])
def test_nothing_is_told_to_who_has_it_or_is_no_release(own: str) -> None:
    assert newer(own, NEWS, LINUX) == (None, "")


def test_versions_are_compared_as_numbers() -> None:
    assert newer("0.9.9", replace(NEWS, version=Version(0, 10, 0)), LINUX)[0] is not None


def test_a_version_for_other_systems_is_not_told() -> None:
    news = replace(NEWS, systems={"windows": ""})
    assert newer("0.1.0", news, LINUX) == (None, "")
    assert newer("0.1.0", news, System("windows"))[0] == news


def test_a_version_for_a_newer_system_is_told_with_what_it_needs() -> None:
    news = replace(NEWS, systems={"linux": "2.40"})
    assert newer("0.1.0", news, LINUX) == (news, "2.40")


@pytest.mark.parametrize(
    ("policy", "wanted", "reason"),
    [
        (None, True, None),
        (None, False, WhyNot.SETTING),
        (True, False, None),
        (False, True, WhyNot.ROLLOUT),
    ],
)
def test_the_administrator_goes_before_the_person(
    *, policy: bool | None, wanted: bool, reason: WhyNot | None
) -> None:
    assert why_not(SOURCE, policy=policy, broken=False, wanted=wanted) is reason


def test_a_build_without_a_feed_asks_nobody() -> None:
    assert why_not(None, policy=True, broken=False, wanted=True) is WhyNot.NO_FEED


def test_nobody_is_asked_while_nobody_can_tell_what_was_decided() -> None:
    assert why_not(SOURCE, policy=None, broken=True, wanted=True) is WhyNot.ROLLOUT_BROKEN
