"""Telling no more often than a screen can show."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

_Told = TypeVar("_Told")


class Often(Generic[_Told]):
    """Passes on what it is told at most every ``seconds``; what comes in between is dropped.

    Called on one worker at a time; ``clock`` only ever goes forward.
    """

    def __init__(
        self,
        tell: Callable[[_Told], None],
        *,
        seconds: float = 0.1,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tell, self._seconds, self._clock = tell, seconds, clock
        self._last = -seconds

    def __call__(self, told: _Told, *, at_once: bool = False) -> None:
        """Pass it on; ``at_once``: whatever came just before."""
        now = self._clock()
        if at_once or now - self._last >= self._seconds:
            self._last = now
            self._tell(told)
