"""Where a reading stands: kept as text, and every second of the past covered."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.remote.aircall.place import (
    DAY,
    FAR,
    HOUR,
    NEAR,
    Place,
    Window,
    after,
    next_reading,
    place_of,
    split,
)
from tests.support.providers.aircall_company import NOON


def test_a_place_is_the_same_after_it_was_kept() -> None:
    place = next_reading(Place(), NOON)
    assert place_of(place.written()) == place
    done = Place(began=NOON, looked=NOON, combed=NOON, span=Window(1, 2), whole=True, total=7)
    assert place_of(done.written()) == done


_DAMAGED = [
    '{"windows":[["a",1]],"span":null}',
    '{"windows":[[1,null]],"span":null,"page":1}',
    '{"windows":[],"span":null,"began":null}',
    '{"windows":[],"span":null,"whole":1,"total":"9"}',
]


@pytest.mark.parametrize(
    "position", ["", "{", "7", "null", "[]", '{"windows":[]}', '{"odd":1}', *_DAMAGED]
)
def test_what_is_no_place_is_the_very_beginning(position: str) -> None:
    assert place_of(position) == Place()


def test_the_first_reading_begins_with_the_newest_days_and_goes_back_half_a_year() -> None:
    windows = next_reading(Place(), NOON).windows
    assert windows[0] == (NOON - NEAR, NOON)
    assert windows[-1].start == NOON - FAR
    assert all(newer.start == older.end for newer, older in pairwise(windows))


@given(st.integers(2, 40 * DAY), st.integers(10_000, 10**6))
def test_the_pieces_of_a_window_cover_all_of_it(length: int, counted: int) -> None:
    parted = split(Place((Window(NOON - length, NOON), Window(0, 1))), counted, 10_000)
    assert parted is not None
    *pieces, last = parted.windows
    assert last == (0, 1)
    assert (pieces[0].end, pieces[-1].start) == (NOON, NOON - length)
    assert all(newer.start == older.end for newer, older in pairwise(pieces))


def test_a_second_cannot_be_parted() -> None:
    assert split(Place((Window(NOON - 1, NOON),)), 20_000, 10_000) is None


def test_what_moved_to_pages_read_before_is_read_again() -> None:
    place = Place((Window(1, 2),), page=9, counted=500)
    assert after(place, NOON, more=True, counted=500).page == 10
    assert after(place, NOON, more=True, counted=499).page == 8
    assert after(place, NOON, more=False, counted=449).page == 7
    assert after(place, NOON, more=False, counted=0).page == 1


def test_what_came_during_a_long_reading_is_read_before_what_is_older() -> None:
    place = Place((Window(5, 6), Window(1, 2)), began=NOON)
    later = after(place, NOON + 3 * HOUR, more=False, counted=None)
    assert later.windows == ((NOON - HOUR, NOON + 3 * HOUR), (1, 2))
    assert later.began == NOON + 3 * HOUR


@given(st.lists(st.integers(0, 400 * DAY), min_size=1, max_size=12))
def test_rounds_leave_no_gap_however_far_apart(pauses: list[int]) -> None:
    place, now = Place(began=NOON, looked=NOON, combed=NOON, whole=True), NOON
    for pause in pauses:
        last, now = place.began, now + pause
        place = next_reading(place, now)
        assert place.windows[0].end == now
        assert place.windows[-1].start <= max(last - HOUR, now - FAR)
        place = place._replace(windows=())
