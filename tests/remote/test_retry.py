"""The plan of trying again: longer each time, never sooner than asked, never in step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.failure import FailureKind
from app.remote.retry import LONGEST_SECONDS, asked_seconds, is_worth_it, wait_seconds

ATTEMPTS = st.integers(1, 10_000)
JITTERS = st.floats(0, 1, exclude_max=True)


def test_waits_double_up_to_half_an_hour() -> None:
    waits = [wait_seconds(attempt) for attempt in range(1, 10)]
    assert waits == [30, 60, 120, 240, 480, 960, 1800, 1800, 1800]


@given(ATTEMPTS, st.none() | st.integers(0, 86_400), JITTERS)
def test_it_is_never_sooner_than_asked_and_a_quarter_longer_at_most(
    attempt: int, asked: int | None, jitter: float
) -> None:
    wait = wait_seconds(attempt, asked=asked, jitter=jitter)
    usual = max(asked or 0, wait_seconds(attempt))
    assert usual <= wait <= usual * 5 // 4
    assert wait >= 30


@given(ATTEMPTS)
def test_a_later_attempt_never_waits_less(attempt: int) -> None:
    assert wait_seconds(attempt) <= wait_seconds(attempt + 1) <= LONGEST_SECONDS


def test_only_what_may_pass_by_itself_is_tried_again() -> None:
    assert {kind for kind in FailureKind if is_worth_it(kind)} == {
        FailureKind.OFFLINE, FailureKind.BUSY, FailureKind.BROKEN,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("9", 9),
        (" 0 ", 0),
        ("99999999999999", 86_400),
        ("-5", None),
        ("soon", None),
        ("٣", None),
        ("Sun, 22 Nov 2026 10:00:30 GMT", 30),
        ("Sun, 22 Nov 2026 09:00:00 GMT", 0),
        ("Sun, 22 Nov 9999 10:00:00 GMT", 86_400),
    ],
)
def test_a_wish_to_wait_is_read_as_seconds_or_date(said: str, seconds: int | None) -> None:
    headers = {"retry-after": said, "date": "Sun, 22 Nov 2026 10:00:00 GMT"}
    assert asked_seconds(headers) == seconds


def test_a_date_without_the_servers_own_clock_says_nothing() -> None:
    assert asked_seconds({"retry-after": "Sun, 22 Nov 2026 10:00:30 GMT"}) is None
    assert asked_seconds({}) is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_header_whatever_it_says_breaks_anything(said: str, date: str) -> None:
    found = asked_seconds({"retry-after": said, "date": date})
    assert found is None or 0 <= found <= 86_400
