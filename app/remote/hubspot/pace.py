"""How fast HubSpot may be asked: five searches a second, a hundred questions in ten seconds."""

from collections.abc import Callable, Mapping

from typing_extensions import override

from app.remote.asking import Pace
from app.remote.headers import header_number
from app.remote.http import Answer
from app.remote.hubspot.limit import Limit
from app.remote.hubspot.paths import is_search

SEARCHES_A_SECOND = 5
QUESTIONS, QUESTIONS_SECONDS = 100, 10.0
#: How much of the quickest answer so far any answer takes at the least.
_SURE = 0.9
_LONGEST_MILLISECONDS = 60_000


class HubSpotPace(Pace):
    """Spreads searches over their second; ``seconds`` is a clock that never jumps."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._searches = Limit(SEARCHES_A_SECOND, 1.0, even=True)
        self._questions = Limit(QUESTIONS, QUESTIONS_SECONDS)
        self._until = 0.0
        self._left = 0.0
        self._way = 0.0

    @override
    def wait(self, path: str) -> float:
        """Return how many seconds to wait before the next question to a path, and count it."""
        now = self._seconds()
        limits = self._limits_of(path)
        way = self._way * _SURE
        at = max(now, self._until, *(limit.next_at(now, way) for limit in limits))
        for limit in limits:
            limit.count(at, way)
        self._left = at
        return at - now

    @override
    def heard(self, path: str, answer: Answer) -> None:
        """Keep to a smaller limit that the headers name; those of a larger one change nothing.

        Once none is left, as other programs share the limit, nothing is asked for as long as its
        interval.
        """
        now = self._seconds()
        took = max(now - self._left, 0.0)
        self._way = min(self._way or took, took)
        for limit in self._limits_of(path):
            limit.answered(now)
        most = _number(answer.headers, "max")
        span = _number(answer.headers, "interval-milliseconds")
        if not most or not span or span > _LONGEST_MILLISECONDS:
            return
        seconds = span / 1000
        if most / seconds < self._questions.rate:
            self._questions = self._questions.lowered(most, seconds)
        if _number(answer.headers, "remaining") == 0:
            self._until = now + seconds

    def _limits_of(self, path: str) -> tuple[Limit, ...]:
        return (self._searches, self._questions) if is_search(path) else (self._questions,)


def _number(headers: Mapping[str, str], name: str) -> int | None:
    return header_number(headers, f"x-hubspot-ratelimit-{name}")
