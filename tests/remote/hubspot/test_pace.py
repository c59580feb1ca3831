"""How fast HubSpot is asked: as fast as it allows, and no faster."""

from hypothesis import given
from hypothesis import strategies as st

from app.remote.http import Answer
from app.remote.hubspot.pace import HubSpotPace
from tests.support.hubspot_desk import desk
from tests.support.providers.hubspot_limits import Limits

_SEARCH, _LIST = "/crm/objects/2026-09/calls/search", "/crm/objects/2026-09/calls"


class _Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def _asked(pace: HubSpotPace, clock: _Clock, path: str, times: int, took: float) -> list[float]:
    at = []
    for _ in range(times):
        clock.now += pace.wait(path)
        at.append(clock.now)
        clock.now += took
    return at


def test_searches_come_evenly_and_nearly_as_often_as_they_may() -> None:
    clock = _Clock()
    at = _asked(HubSpotPace(clock), clock, _SEARCH, 500, took=0.05)
    assert min(later - earlier for earlier, later in zip(at, at[5:], strict=False)) > 1
    assert 500 / 5 / (at[-1] - at[0]) > 0.97


def test_what_was_lost_while_pages_were_stored_is_caught_up_with() -> None:
    clock = _Clock()
    pace = HubSpotPace(clock)
    start = clock.now
    for _ in range(50):
        _asked(pace, clock, _SEARCH, 9, took=0.05)
        _asked(pace, clock, _SEARCH, 1, took=0.4)
    assert 500 / 5 / (clock.now - start) > 0.95


def test_no_more_than_a_hundred_questions_in_ten_seconds() -> None:
    clock = _Clock()
    at = _asked(HubSpotPace(clock), clock, _LIST, 250, took=0.01)
    assert min(later - earlier for earlier, later in zip(at, at[100:], strict=False)) > 10


@given(st.lists(st.floats(0, 0.4), min_size=30, max_size=60))
def test_however_long_questions_are_on_their_way_none_is_too_many(ways: list[float]) -> None:
    clock = _Clock()
    pace, limits = HubSpotPace(clock), Limits(clock)
    for way in (0, *ways):
        clock.now += pace.wait(_SEARCH) + 0.03 + way
        assert limits.refusal(search=True) is None
        clock.now += 0.03
        pace.heard(_SEARCH, Answer(200, {}, b""))


def test_a_smaller_limit_is_kept_to_and_a_larger_one_changes_nothing() -> None:
    clock = _Clock()
    pace = HubSpotPace(clock)
    pace.wait(_LIST)
    pace.heard(_LIST, _limits(most=190, left=100))
    pace.heard(_LIST, _limits(most=10, left=9))
    at = _asked(pace, clock, _LIST, 30, took=0.01)
    assert at[9] - at[0] > 10


def test_once_others_used_the_limit_up_it_waits() -> None:
    clock = _Clock()
    pace = HubSpotPace(clock)
    pace.wait(_LIST)
    pace.heard(_LIST, _limits(most=100, left=0))
    assert pace.wait(_LIST) == 10


def test_limits_that_make_no_sense_are_passed_over() -> None:
    clock = _Clock()
    pace = HubSpotPace(clock)
    for said in ("", "many", "-5", "9" * 50, "0"):
        pace.heard(
            _LIST, Answer(200, {f"x-hubspot-ratelimit-{name}": said for name in _NAMES}, b"")
        )
    assert pace.wait(_LIST) == 0


def test_a_first_reading_is_never_told_to_wait_by_hubspot() -> None:
    with desk() as hubspot:
        hubspot.account.limits = Limits(lambda: hubspot.now)
        hubspot.book.add(4000)
        before = hubspot.now
        hubspot.round()
        assert hubspot.account.limits.refused == 0
        assert len(hubspot.facts) / (hubspot.now - before) > 0.8 * 5 * 200


def test_other_programs_make_hubspot_ask_to_wait() -> None:
    with desk() as hubspot:
        hubspot.account.limits = Limits(lambda: hubspot.now, searches=2, retry_after=True)
        hubspot.book.add(1500)
        hubspot.round()
        assert hubspot.facts == hubspot.account.truth()
        assert {waiting.seconds for waiting in hubspot.waits} >= {1}


_NAMES = ("max", "remaining", "interval-milliseconds")


def _limits(*, most: int, left: int) -> Answer:
    values = (str(most), str(left), "10000")
    return _told(dict(zip(_NAMES, values, strict=True)))


def _told(limits: dict[str, str]) -> Answer:
    return Answer(200, {f"x-hubspot-ratelimit-{name}": said for name, said in limits.items()}, b"")
