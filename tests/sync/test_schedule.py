"""The next round: every five minutes, later the longer it fails, soon again after being offline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.failure import Failure, FailureKind
from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.next_round import is_due
from app.domain.problem import EnvironmentProblem, Problem
from app.sync.schedule import next_round_in

NOON = Instant(1_795_266_300_000_000)


def after(minutes: int, problem: Problem | None, jitter: float = 0.0) -> int:
    """Ask after a round that many minutes after the last good one."""
    good = Instant(NOON - minutes * MINUTE)
    return next_round_in(problem, at=NOON, last_good=good, jitter=jitter)


def failure(kind: FailureKind, wait: int | None = None) -> Failure:
    return Failure("{server}", kind=kind, wait_seconds=wait, server="plans.example")


def test_a_good_round_is_followed_by_one_in_about_five_minutes() -> None:
    assert (after(0, None), after(0, None, 0.99)) == (300, 329)


def test_a_failing_server_is_asked_less_and_less() -> None:
    broken = failure(FailureKind.BROKEN)
    waits = [after(minutes, broken) for minutes in (5, 7, 8, 10, 15, 30, 60, 6000)]
    assert waits == [30, 60, 120, 240, 480, 960, 1800, 1800]


def test_being_offline_is_noticed_to_be_over_within_five_minutes() -> None:
    assert after(60 * 24 * 40, failure(FailureKind.OFFLINE), 0.5) == 300


def test_a_busy_server_is_left_alone_as_long_as_it_wants() -> None:
    assert after(5, failure(FailureKind.BUSY, 4000)) == 4000


@pytest.mark.parametrize(
    "problem",
    [
        failure(FailureKind.SIGN_IN),
        failure(FailureKind.CERTIFICATE),
        failure(FailureKind.REFUSED),
        EnvironmentProblem("the keyring is locked"),
    ],
)
def test_what_does_not_pass_by_itself_is_asked_twice_an_hour(problem: Problem) -> None:
    assert after(5, problem) == 1800


@given(st.sampled_from(FailureKind), st.none() | st.integers(-10, 10**7), st.floats(0, 1))
def test_the_next_round_is_never_at_once_and_never_forgotten(
    kind: FailureKind, minutes: int | None, jitter: float
) -> None:
    good = None if minutes is None else Instant(NOON - minutes * MINUTE)
    wait = next_round_in(failure(kind), at=NOON, last_good=good, jitter=jitter)
    assert 30 <= wait <= 2250


@given(st.sampled_from(FailureKind), st.none() | st.integers(0, 10**9), st.floats(0, 1))
def test_whatever_a_server_asks_for_is_waited_for(
    kind: FailureKind, asked: int | None, jitter: float
) -> None:
    capped = None if asked is None else min(asked, 86_400)
    wait = next_round_in(failure(kind, capped), at=NOON, last_good=NOON, jitter=jitter)
    assert not is_due(Instant(NOON + wait * SECOND), NOON)
