"""Where a reading stands: windows without a gap, whenever it is read and however often."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.instant import DAY, Instant
from app.remote.twilio.dates import day_of, midnight
from app.remote.twilio.places import Place, Reading, after_page, after_window, place_of, written
from tests.support.providers.twilio_company import NOON

EMPTY = st.lists(st.booleans(), max_size=80)


def windows(position: str, now: Instant, empty: list[bool]) -> list[Place]:
    """Read to the end of a reading: of each window whether it was empty, else yes."""
    place, found = place_of(position, now), []
    while not place.is_between:
        found.append(place)
        nothing = empty[len(found) - 1] if len(found) <= len(empty) else True
        read = after_page(place, "", told=f"{len(found)}", empty=nothing)
        assert read is not None
        place = after_window(read)
        assert place_of(written(place), now) is not None
    return [*found, place]


@given(EMPTY)
def test_windows_of_the_first_reading_join_back_to_the_beginning(empty: list[bool]) -> None:
    *found, end = windows("", NOON, empty)
    assert found[0].until == "" == found[-1].since
    assert [place.until for place in found[1:]] == [place.since for place in found[:-1]]
    assert end == Place(Reading.NONE, "2026-11-22", "2026-11-22")


@given(st.integers(2, 500))
def test_after_a_clock_that_was_days_ahead_everything_is_read_again(days: int) -> None:
    *_, end = windows("", Instant(NOON + days * DAY), [])
    place = place_of(written(end), NOON)
    assert (place.reading, place.day) == (Reading.FIRST, str(day_of(NOON)))


@given(st.integers(0, 500), st.integers(-1, 500))
def test_a_later_reading_reaches_back_before_the_last_one(day: int, moved: int) -> None:
    began = Instant(NOON + day * DAY)
    *_, end = windows("", began, [])
    later = Instant(began + moved * DAY)
    (place, _) = windows(written(end), later, [])
    assert place.until == ""
    assert date.fromisoformat(place.since) < min(day_of(began), day_of(later))
    assert place.day == str(day_of(later))


@given(st.integers(0, 3))
def test_a_week_is_read_once_a_day(days: int) -> None:
    *_, end = windows("", NOON, [])
    (place, after) = windows(written(end), Instant(NOON + days * DAY), [])
    assert (place.reading is Reading.WEEK) == (days > 0)
    if place.span is not None:
        assert place.span.end == midnight(date(2026, 11, 22) + days * timedelta(1))
        assert place.span.end - place.span.start >= 7 * DAY
    assert after.week == str(day_of(Instant(NOON + days * DAY)))


@given(st.integers(0, 40), st.integers(1, 40))
def test_a_circle_of_pages_is_noticed(before: int, length: int) -> None:
    place, steps = place_of("", NOON), 0
    while steps < 3 * (before + length) + 3:
        told = str(steps if steps < before else before + (steps - before) % length)
        read = after_page(place, "more", told=told, empty=False)
        if read is None:
            return
        place, steps = read, steps + 1
    raise AssertionError(steps)


@given(st.integers(1, 5_000))
def test_pages_that_differ_are_no_circle(pages: int) -> None:
    place: Place | None = place_of("", NOON)
    for number in range(pages):
        assert place is not None
        place = after_page(place, "more", told=str(number), empty=False)
    assert place is not None


@given(
    st.builds(
        Place,
        st.sampled_from(list(Reading)[1:]),
        st.dates().map(str),
        st.dates().map(str),
        query=st.text(),
        pages=st.integers(0, 99),
    )
)
def test_a_place_is_written_and_read(place: Place) -> None:
    if place.reading in (Reading.LATEST, Reading.WEEK):
        place = Place(place.reading, place.day, place.week, since=place.day, query=place.query)
    assert place_of(written(place), NOON) == place
