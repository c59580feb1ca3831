"""Waiting within a round: told while it lasts, and over at once when the round is not wanted."""

import time
from collections.abc import Callable

from app.domain.connection import Waiting
from app.remote.pages import Wait
from app.sync.stopped import CANCELLED, StoppedProblem

_STEP_SECONDS = 0.2


def patient(
    cancelled: Callable[[], bool],
    *,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Wait:
    """Make what really waits; a StoppedProblem ends it as soon as the round is cancelled."""

    def wait(waiting: Waiting) -> None:
        until = clock() + waiting.seconds
        while (left := until - clock()) > 0:
            if cancelled():
                raise StoppedProblem(CANCELLED)
            sleep(min(left, _STEP_SECONDS))

    return wait
