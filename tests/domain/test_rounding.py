"""Answered time as whole minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.instant import MINUTE, SECOND
from app.domain.plan import Place, Rounding
from app.domain.rounding import billed_minutes

BY_LEG = Rounding()
BY_CALL = Rounding(Place.PER_CALL)
TALKS = st.lists(st.integers(0, 10**12), max_size=4).map(tuple)
INCREMENTS = st.integers(1, 600)


@pytest.mark.parametrize(
    ("talk_us", "minutes"),
    [
        (0, 0),
        (-SECOND, 0),
        (1, 1),
        (SECOND, 1),
        (59 * SECOND, 1),
        (60 * SECOND, 1),
        (60 * SECOND + 1, 2),
        (60_001_000, 2),
        (61 * SECOND, 2),
        (120 * SECOND, 2),
        (185 * SECOND, 4),
    ],
)
def test_a_leg_is_rounded_up_to_whole_minutes(talk_us: int, minutes: int) -> None:
    assert billed_minutes((talk_us,), BY_LEG) == (minutes,)


def test_a_call_from_the_phone_of_three_minutes_five_is_eight_minutes() -> None:
    assert billed_minutes((185 * SECOND, 185 * SECOND), BY_LEG) == (4, 4)


def test_a_call_of_one_minute_twenty_on_two_legs_is_two_and_two() -> None:
    assert billed_minutes((80 * SECOND, 80 * SECOND), BY_LEG) == (2, 2)


def test_the_first_leg_counts_although_the_contact_never_answers() -> None:
    assert billed_minutes((25 * SECOND, 0), BY_LEG) == (1, 0)


def test_a_call_without_legs_is_nothing() -> None:
    assert billed_minutes((), BY_LEG) == ()
    assert billed_minutes((), BY_CALL) == (0,)


def test_rounded_once_the_time_of_the_legs_is_added_first() -> None:
    assert billed_minutes((185 * SECOND, 185 * SECOND), BY_CALL) == (7,)
    assert billed_minutes((0, 0), BY_CALL) == (0,)


@pytest.mark.parametrize(
    ("first", "following", "seconds", "minutes"),
    [(30, 6, 54, 1), (30, 6, 61, 2), (1, 1, 60, 1), (180, 60, 1, 3), (180, 60, 181, 4)],
)
def test_increments_raise_the_seconds_before_minutes_are_taken(
    first: int, following: int, seconds: int, minutes: int
) -> None:
    rounding = Rounding(Place.PER_LEG, first, following)
    assert billed_minutes((seconds * SECOND,), rounding) == (minutes,)


@given(TALKS)
def test_the_minutes_of_a_leg_hold_its_time_and_no_more(talks: tuple[int, ...]) -> None:
    for talk, minutes in zip(talks, billed_minutes(talks, BY_LEG), strict=True):
        assert (minutes - 1) * MINUTE < talk <= minutes * MINUTE or talk == minutes == 0


@given(TALKS)
def test_rounding_once_is_never_dearer_than_rounding_each_leg(talks: tuple[int, ...]) -> None:
    assert sum(billed_minutes(talks, BY_CALL)) <= sum(billed_minutes(talks, BY_LEG))


@given(st.integers(1, 10**11), INCREMENTS, INCREMENTS)
def test_increments_never_shorten_a_leg(talk: int, first: int, following: int) -> None:
    (minutes,) = billed_minutes((talk,), Rounding(Place.PER_LEG, first, following))
    assert talk <= minutes * MINUTE < talk + (max(first, following) + 60) * SECOND
