"""Where the small window stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.shell.place import Room
from ui.strip.place import Spot, remembered, set_of, standing

DESK = (Room(0, 0, 1920, 1040), Room(1920, 0, 1280, 1024))
LAPTOP = (Room(0, 0, 1440, 860),)
SPOTS = st.builds(Spot, st.integers(-5_000, 9_000), st.integers(-5_000, 9_000))


def test_it_begins_in_the_lower_right_corner() -> None:
    assert standing(None, LAPTOP, 480, 96) == Spot(936, 740)


def test_each_set_of_screens_has_a_place_of_its_own() -> None:
    kept = remembered(remembered(None, DESK, Spot(2_000, 10)), LAPTOP, Spot(30, 40))
    assert standing(kept, DESK, 480, 96) == Spot(2_000, 10)
    assert standing(kept, LAPTOP, 480, 96) == Spot(30, 40)


def test_the_order_in_which_screens_are_told_does_not_matter() -> None:
    assert set_of(DESK) == set_of(DESK[::-1])


@given(SPOTS)
def test_it_stands_wholly_on_a_screen(spot: Spot) -> None:
    left, top = standing(remembered(None, DESK, spot), DESK, 480, 96)
    assert any(
        room.left <= left <= room.left + room.width - 480
        and room.top <= top <= room.top + room.height - 96
        for room in DESK
    )


@pytest.mark.parametrize("kept", [None, 7, [], {"x": 3}, {set_of(LAPTOP): [1]},
                                  {set_of(LAPTOP): ["a", "b"]}, {set_of(LAPTOP): [10**9, 0]},
                                  {set_of(LAPTOP): [True, False]}])  # fmt: skip
def test_what_makes_no_sense_is_not_heeded(kept: object) -> None:
    assert standing(kept, LAPTOP, 480, 96) == Spot(936, 740)


def test_only_the_last_sets_of_screens_are_kept() -> None:
    kept: object = None
    for width in range(1_000, 1_020):
        kept = remembered(kept, (Room(0, 0, width, 800),), Spot(1, 1))
    assert isinstance(kept, dict)
    assert len(kept) == 8


def test_without_any_screen_it_stands_somewhere() -> None:
    assert standing(None, (), 480, 96) == Spot(0, 0)
