"""Where the window comes back: wholly on a screen that is there, whatever was kept."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.shell.place import USUAL, Place, Room, fitted, place_of

SCREEN, BESIDE = Room(0, 0, 1920, 1040), Room(1920, 0, 1280, 984)
PIXELS = st.integers(-20_000, 20_000)
ROOMS = st.builds(Room, PIXELS, PIXELS, st.integers(480, 8000), st.integers(360, 5000))
PLACES = st.builds(Place, PIXELS, PIXELS, st.integers(1, 9000), st.integers(1, 9000))


@given(PLACES)
def test_a_place_comes_back_as_it_was_kept(place: Place) -> None:
    kept = json.loads(json.dumps(place._replace(page="plan", maximised=True).written()))
    assert place_of(kept) == place._replace(page="plan", maximised=True)


@pytest.mark.parametrize(
    "kept",
    [None, [], "x", {}, {"width": "9", "height": 9}, {"width": True, "height": 9},
     {"width": 0, "height": 9}, {"width": 9, "height": 10**9}],
)  # fmt: skip
def test_what_makes_no_sense_is_the_usual_place(kept: object) -> None:
    assert place_of(kept) == USUAL


@given(PLACES, st.lists(ROOMS, min_size=1, max_size=3))
def test_the_window_is_wholly_on_one_screen(place: Place, screens: list[Room]) -> None:
    found = fitted(place, screens)
    assert found.left is not None
    assert found.top is not None
    right, bottom = found.left + found.width, found.top + found.height
    assert any(
        each.left <= found.left and each.top <= found.top
        and right <= each.left + each.width and bottom <= each.top + each.height
        for each in screens
    )  # fmt: skip


def test_a_window_stays_on_the_second_screen() -> None:
    place = Place(2000, 100, 900, 700)
    assert fitted(place, [SCREEN, BESIDE]) == place


def test_a_window_of_a_screen_that_is_gone_comes_to_the_first() -> None:
    assert fitted(Place(2000, 100, 900, 700), [SCREEN]) == Place(1020, 100, 900, 700)


def test_a_first_start_leaves_the_place_to_the_desktop() -> None:
    assert fitted(USUAL, [SCREEN]) == USUAL


def test_a_first_start_fits_a_small_screen() -> None:
    found = fitted(USUAL, [Room(0, 0, 480, 360)])
    assert (found.left, found.width, found.height) == (None, 480, 320)
