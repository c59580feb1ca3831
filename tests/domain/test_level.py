"""Levels of a meter, without memory and with it."""

from dataclasses import replace

import pytest

from app.domain.level import leaves_near, level_of, settle
from app.domain.meter import Level, Meter
from app.domain.plan import MeterKind, PastLimit, Scope
from tests.support.meters import DECEMBER, LASTS, RUNS_OUT, minutes, pool

FREE_MINUTES = replace(minutes(), included=15, warn_at_remaining=3, past=PastLimit.BLOCKED)
CALLS = replace(
    FREE_MINUTES, kind=MeterKind.CALLS, scope=Scope.ACCOUNT, included=50, warn_at_remaining=5
)
AHEAD = minutes(900, level=Level.AHEAD, forecast=RUNS_OUT)
NEAR = minutes(84, level=Level.NEAR)


def level(meter: Meter, *, near_percent: int = 0) -> Level:
    return level_of(meter, near_percent=near_percent, has_data=True)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (2000, Level.FINE),
        (101, Level.FINE),
        (100, Level.NEAR),
        (84, Level.NEAR),
        (1, Level.NEAR),
        (0, Level.COULD_BE_BILLED),
        (-6, Level.COULD_BE_BILLED),
    ],
)
def test_minutes_are_near_within_a_hundred_of_the_limit(left: int, expected: Level) -> None:
    assert level(minutes(left)) is expected


@pytest.mark.parametrize(
    ("used", "expected"),
    [(0, Level.FINE), (11, Level.FINE), (12, Level.NEAR), (14, Level.NEAR), (15, Level.BLOCKED)],
)
def test_fifteen_free_minutes_warn_at_three(used: int, expected: Level) -> None:
    assert level(replace(FREE_MINUTES, used=used)) is expected


@pytest.mark.parametrize(
    ("used", "expected"), [(44, Level.FINE), (45, Level.NEAR), (50, Level.BLOCKED)]
)
def test_fifty_free_calls_warn_at_five(used: int, expected: Level) -> None:
    assert level(replace(CALLS, used=used)) is expected


def test_without_data_there_is_no_level_however_the_figures_stand() -> None:
    assert level_of(minutes(0), near_percent=0, has_data=False) is Level.NO_DATA


@pytest.mark.parametrize(
    ("past", "linked", "expected"),
    [
        (PastLimit.BLOCKED, False, Level.BLOCKED),
        (PastLimit.BLOCKED, True, Level.BLOCKED),
        (PastLimit.TWILIO_CONNECT, False, Level.COULD_BE_BILLED),
        (PastLimit.TWILIO_CONNECT, True, Level.BILLED),
        (PastLimit.BILLED, False, Level.BILLED),
    ],
)
def test_at_the_limit_the_plan_decides(past: PastLimit, linked: bool, expected: Level) -> None:  # noqa: FBT001
    assert level(minutes(0, past=past, linked=linked)) is expected


def test_a_linked_user_with_minutes_left_is_not_billed() -> None:
    assert level(minutes(84, linked=True, billed=37)) is Level.NEAR


@pytest.mark.parametrize(
    ("used", "expected"),
    [(999, Level.FINE), (1000, Level.NEAR), (1190, Level.NEAR), (1250, Level.BILLED)],
)
def test_a_pool_is_near_at_its_share_of_use(used: int, expected: Level) -> None:
    assert level(pool(used), near_percent=80) is expected


def test_a_pool_without_a_threshold_is_never_near() -> None:
    assert level(pool(1249)) is Level.FINE


@pytest.mark.parametrize(("billed", "expected"), [(0, Level.FINE), (1, Level.BILLED)])
def test_an_allowance_of_nothing_is_fine_until_something_is_billed(
    billed: int, expected: Level
) -> None:
    assert level(pool(0, included=0, billed=billed), near_percent=80) is expected


def test_an_allowance_of_nothing_that_bills_nothing_blocks() -> None:
    assert level(replace(FREE_MINUTES, included=0)) is Level.BLOCKED


def test_a_forecast_that_ends_before_the_reset_is_ahead_of_pace() -> None:
    assert level(minutes(900, forecast=RUNS_OUT)) is Level.AHEAD
    assert level(minutes(900, forecast=LASTS)) is Level.FINE


def test_near_is_worse_than_ahead() -> None:
    assert level(minutes(84, forecast=RUNS_OUT)) is Level.NEAR


@pytest.mark.parametrize(("left", "leaves"), [(109, False), (110, True), (84, False)])
def test_near_is_left_at_a_tenth_more_than_the_warning(left: int, leaves: bool) -> None:  # noqa: FBT001
    assert leaves_near(minutes(left)) is leaves


def test_a_warning_of_three_is_left_at_four() -> None:
    assert not leaves_near(replace(FREE_MINUTES, used=12))
    assert leaves_near(replace(FREE_MINUTES, used=11))


def test_an_open_window_stays_near_until_near_is_left() -> None:
    assert settle(NEAR, minutes(105)).level is Level.NEAR
    assert settle(NEAR, minutes(110)).level is Level.FINE


def test_near_is_left_with_the_cycle_and_with_the_plan() -> None:
    assert settle(NEAR, minutes(105, cycle=DECEMBER)).level is Level.FINE
    assert settle(NEAR, minutes(105, plan="hubspot-enterprise")).level is Level.FINE


def test_a_pool_below_its_threshold_is_fine_at_once() -> None:
    assert settle(pool(1000, level=Level.NEAR), pool(999)).level is Level.FINE


def test_ahead_of_pace_is_shown_at_the_second_evaluation() -> None:
    first = settle(minutes(950), AHEAD)
    assert (first.level, first.forecast) == (Level.FINE, RUNS_OUT)
    assert settle(first, AHEAD).level is Level.AHEAD
    assert settle(settle(first, AHEAD), AHEAD).level is Level.AHEAD


def test_ahead_of_pace_is_not_shown_by_the_first_evaluation_of_a_window() -> None:
    assert settle(None, AHEAD).level is Level.FINE


def test_ahead_of_pace_ends_at_once() -> None:
    lasting = minutes(900, forecast=LASTS)
    assert settle(AHEAD, lasting).level is Level.FINE
    assert settle(settle(AHEAD, lasting), AHEAD).level is Level.FINE


@pytest.mark.parametrize("worse", [Level.NEAR, Level.BLOCKED, Level.BILLED, Level.NO_DATA])
def test_any_other_level_is_shown_at_once(worse: Level) -> None:
    now = minutes(0, level=worse)
    assert settle(AHEAD, now) == settle(None, now) == now
