"""How fast HubSpot may be asked: five searches a second, a hundred questions in ten seconds."""

from collections import deque
from collections.abc import Callable, Mapping

from typing_extensions import override

from app.remote.asking import Pace
from app.remote.http import Answer
from app.remote.hubspot.paths import is_search

SEARCHES_A_SECOND = 5
QUESTIONS, QUESTIONS_SECONDS = 100, 10.0
#: A question may travel faster than the one a second before it.
_SLACK_SECONDS = 0.02
#: How far an evenly spread question may be behind its turn and still be caught up with.
_BEHIND_SECONDS = 1.0
_LONGEST_MILLISECONDS = 60_000
_LONGEST_DIGITS = 9


class HubSpotPace(Pace):
    """Spreads searches over their second; ``seconds`` is a clock that never jumps."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._searches = _Limit(SEARCHES_A_SECOND, 1.0, even=True)
        self._questions = _Limit(QUESTIONS, QUESTIONS_SECONDS)
        self._until = 0.0

    @override
    def wait(self, path: str) -> float:
        """Return how many seconds to wait before the next question to a path, and count it."""
        now = self._seconds()
        limits = (self._searches, self._questions) if is_search(path) else (self._questions,)
        at = max(now, self._until, *(limit.next_at(now) for limit in limits))
        for limit in limits:
            limit.count(at)
        return at - now

    @override
    def heard(self, path: str, answer: Answer) -> None:
        """Keep to a smaller limit that the headers name; those of a larger one change nothing.

        Once none is left, as other programs share the limit, nothing is asked for as long as its
        interval.
        """
        most = _number(answer.headers, "max")
        span = _number(answer.headers, "interval-milliseconds")
        if not most or not span or span > _LONGEST_MILLISECONDS:
            return
        seconds = span / 1000
        if most / seconds < self._questions.rate:
            self._questions = self._questions.lowered(most, seconds)
        if _number(answer.headers, "remaining") == 0:
            self._until = self._seconds() + seconds


class _Limit:
    """No more than ``most`` questions in any span of ``seconds``; ``rate``: of them a second."""

    def __init__(self, most: int, seconds: float, *, even: bool = False) -> None:
        self.rate = most / seconds
        self._most = most
        self._span = seconds + _SLACK_SECONDS
        self._even = even
        self._turn = 0.0
        self._asked: deque[float] = deque(maxlen=most)

    def next_at(self, now: float) -> float:
        """Return when the next question may be asked, if not now."""
        turn = self._turn if self._even else now
        return max(turn, self._asked[0] + self._span) if self._is_full else turn

    def count(self, at: float) -> None:
        """Note that a question is asked at a time."""
        self._asked.append(at)
        # The span lets no more through than it may; turns only keep bursts from being usual.
        self._turn = max(self._turn, at - _BEHIND_SECONDS) + 1 / self.rate

    def lowered(self, most: int, seconds: float) -> "_Limit":
        """Return a smaller limit that knows what was asked so far."""
        smaller = _Limit(most, seconds, even=self._even)
        smaller._asked.extend(self._asked)
        return smaller

    @property
    def _is_full(self) -> bool:
        return len(self._asked) == self._most


def _number(headers: Mapping[str, str], name: str) -> int | None:
    said = headers.get(f"x-hubspot-ratelimit-{name}", "").strip()
    readable = said.isascii() and said.isdecimal() and len(said) <= _LONGEST_DIGITS
    return int(said) if readable else None
