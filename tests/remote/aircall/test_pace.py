"""The company's limit: never more than it allows, hardly less, and its own word goes first."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.failure import Failure
from app.domain.instant import SECOND, Instant
from app.remote.aircall.pace import AircallPace, reset_seconds
from app.remote.http import Answer
from tests.support.aircall_desk import desk
from tests.support.providers.aircall_company import NOON, Hands, company, filled, served
from tests.support.providers.place import Asked, Told

MINUTE = 60


def asked_at(pauses: list[float]) -> list[float]:
    hands = Hands()
    pace = AircallPace(lambda: Instant(int(hands.now * SECOND)))
    times = []
    for pause in pauses:
        hands.now += pause
        hands.now += pace.wait("/v1/calls")
        times.append(hands.now)
    return times


@settings(max_examples=30)
@given(st.lists(st.floats(0, 30), min_size=200, max_size=400))
def test_no_minute_ever_has_more_questions_than_the_limit(pauses: list[float]) -> None:
    times = asked_at(pauses)
    for first, later in zip(times, times[120:], strict=False):
        assert later - first >= MINUTE


def test_a_long_reading_asks_nearly_as_often_as_it_may() -> None:
    times = asked_at([0.0] * 2_000)
    assert 2_000 / (times[-1] - times[0]) * MINUTE > 0.95 * 120
    assert max(later - first for first, later in pairwise(times)) < 31


def test_a_short_reading_never_waits() -> None:
    assert asked_at([0.0] * 50)[-1] == NOON


def test_reading_stays_within_the_limit() -> None:
    with desk(served(filled(company(), 9_000, days=30), limit=120)) as here:
        here.read()
        assert here.reader.people()
        assert {str(waiting.reason) for waiting in here.waits} == {
            f"{here.place.address.removeprefix('http://')} takes only so many questions at a time."
        }


@pytest.mark.parametrize("unit", [1, 1000])
@pytest.mark.parametrize("always", [False, True])
def test_what_others_use_is_waited_for(unit: int, *, always: bool) -> None:
    aircall = served(filled(company(), 500), limit=120, reset_unit=unit, headers_always=always)
    with desk(aircall) as here:
        aircall.ask_elsewhere(119)
        assert here.read().facts == here.truth()
        assert 0 < sum(waiting.seconds for waiting in here.waits) <= 2 * MINUTE


def test_a_limit_that_never_ends_is_told() -> None:
    with desk(served(company(), limit=0)) as here:
        with pytest.raises(Failure, match="no more questions from this company") as told:
            here.reader.look()
        assert 0 < (told.value.wait_seconds or 0) <= MINUTE


def test_a_limit_that_says_nothing_is_waited_for_half_a_minute() -> None:
    def bare(number: int, asked: Asked, told: Told) -> Told:
        return Told(429, b"") if number < 2 else told

    with desk(served(company())) as here:
        here.place.spoil = bare
        assert here.reader.look().account == "Example GmbH"
        assert [waiting.seconds for waiting in here.waits] == [30, 30]


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        (str(NOON + 20), 20),
        (str((NOON + 20) * 1000), 20),
        (str(NOON - 500), 1),
        (str(NOON + 86_400), 60),
        ("soon", None),
        ("9" * 400, None),
    ],
)
def test_the_end_of_the_minute_is_read_from_a_clock_that_may_differ(
    said: str, seconds: int | None
) -> None:
    now = Instant(NOON * SECOND)
    assert reset_seconds({"x-aircallapi-reset": said}, now) == seconds


def test_a_smaller_limit_that_aircall_tells_is_kept() -> None:
    hands = Hands()
    pace = AircallPace(lambda: Instant(int(hands.now * SECOND)))
    pace.heard("/", Answer(200, {"x-aircallapi-limit": "60"}, b""))
    waits = [pace.wait("/") for _ in range(61)]
    assert waits[29] == 0 < waits[30]
    assert waits[60] >= MINUTE


def test_a_clock_set_back_does_not_hold_questions_up() -> None:
    hands = Hands()
    pace = AircallPace(lambda: Instant(int(hands.now * SECOND)))
    for _ in range(100):
        pace.wait("/")
    hands.now -= 86_400
    assert pace.wait("/") == 0
