"""How fast Aircall may be asked: 120 questions a minute and company, shared with everybody else.

Its headers may come with every answer or only once the limit is reached; both is understood.
"""

from collections import deque
from collections.abc import Callable, Mapping
from math import ceil

from typing_extensions import override

from app.domain.instant import SECOND, Instant
from app.remote.asking import Pace
from app.remote.headers import header_number
from app.remote.http import Answer

LIMIT = 120
_MINUTE = 60
#: A little more than a minute, for a question may travel faster than the one a minute before it.
_WINDOW_US = _MINUTE * SECOND + SECOND // 2
#: From here on a UNIX time counts milliseconds: as seconds it would be the year 5138.
_MILLISECONDS_FROM = 100_000_000_000


class AircallPace(Pace):
    """Half of a minute's questions at once, the others spread over the minute."""

    def __init__(self, clock: Callable[[], Instant], limit: int = LIMIT) -> None:
        self._clock = clock
        self._limit = limit
        self._asked: deque[int] = deque()
        self._until = 0

    @override
    def wait(self, path: str) -> float:
        """Return how many seconds to wait before the next question, and count it."""
        now = self._clock()
        self._forget(now)
        at = max(now, self._until, self._earliest(now))
        self._asked.append(at)
        return (at - now) / SECOND

    @override
    def heard(self, path: str, answer: Answer) -> None:
        """Take note of the limit, and of when the next question may come once it is reached."""
        now, headers = self._clock(), answer.headers
        said = header_number(headers, "x-aircallapi-limit")
        if said is not None and 1 < said < self._limit:
            self._limit = said
        if header_number(headers, "x-aircallapi-remaining") == 0:
            self._until = now + SECOND * (reset_seconds(headers, now) or 0)

    def _forget(self, now: int) -> None:
        # A clock that was set back would otherwise hold everything up until then.
        while self._asked and not now - _WINDOW_US < self._asked[0] <= now + _WINDOW_US:
            self._asked.popleft()
        self._until = 0 if self._until > now + _WINDOW_US else self._until

    def _earliest(self, now: int) -> int:
        if len(self._asked) * 2 < self._limit:
            return now
        spaced = self._asked[-1] + _WINDOW_US // self._limit
        if len(self._asked) < self._limit:
            return spaced
        return max(spaced, self._asked[-self._limit] + _WINDOW_US)


def reset_seconds(headers: Mapping[str, str], now: Instant) -> int | None:
    """Return in how many seconds the minute is over, as far as the headers tell.

    The reset is a UNIX time, in seconds or milliseconds: which one is not documented. It is never
    further away than a minute, so whatever else it says is the difference of two clocks.
    """
    said = header_number(headers, "x-aircallapi-reset")
    if said is None:
        return None
    at = said * (SECOND // 1000 if said >= _MILLISECONDS_FROM else SECOND)
    return min(max(ceil((at - now) / SECOND), 1), _MINUTE)
