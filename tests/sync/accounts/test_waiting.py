"""A wait lasts as long as it says, and ends at once when nobody wants the round any more."""

import pytest

from app.domain.connection import Waiting
from app.domain.problem import Problem
from app.sync.accounts.waiting import patient
from app.sync.stopped import StoppedProblem

NINE = Waiting(9, Problem("It asks to wait."))


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_a_wait_lasts_as_long_as_it_says() -> None:
    time = Time()
    patient(lambda: False, sleep=time.sleep, clock=lambda: time.now)(NINE)
    assert time.now == pytest.approx(9)


def test_a_cancelled_wait_ends_within_moments() -> None:
    time = Time()
    wait = patient(lambda: time.now > 3, sleep=time.sleep, clock=lambda: time.now)
    with pytest.raises(StoppedProblem, match="cancelled"):
        wait(NINE)
    assert time.now < 3.5
