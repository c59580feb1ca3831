"""How often the HubSpot on loopback lets itself be asked."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.support.providers.place import Told

_MESSAGES = {
    "SECONDLY": "You have reached your secondly limit.",
    "TEN_SECONDLY_ROLLING": "You have reached your ten_secondly_rolling limit.",
    "DAILY": "You have reached your daily limit.",
}


@dataclass
class Limits:
    """The limits of one account; ``clock`` gives seconds.

    ``retry_after``: whether refusals carry that header. ``refused``: how many there were.
    """

    clock: Callable[[], float]
    searches: int = 5
    questions: int = 100
    daily: int = 250_000
    retry_after: bool = False
    asked: int = 0
    refused: int = 0
    recent: deque[float] = field(default_factory=deque)
    searched: deque[float] = field(default_factory=deque)

    def refusal(self, *, search: bool) -> Told | None:
        """Count a question; says no where there were too many."""
        now = self.clock()
        policy, seconds = self._broken(now, search=search)
        if policy:
            self.refused += 1
            headers = {"Retry-After": str(seconds)} if self.retry_after else {}
            return Told(429, _body(policy), headers)
        self.asked += 1
        self.recent.append(now)
        if search:
            self.searched.append(now)
        return None

    def headers(self) -> Mapping[str, str]:
        """Return what answers other than those of a search tell of the limits."""
        return {
            "X-HubSpot-RateLimit-Max": str(self.questions),
            "X-HubSpot-RateLimit-Remaining": str(self.questions - len(self.recent)),
            "X-HubSpot-RateLimit-Interval-Milliseconds": "10000",
            "X-HubSpot-RateLimit-Daily": str(self.daily),
            "X-HubSpot-RateLimit-Daily-Remaining": str(self.daily - self.asked),
        }

    def _broken(self, now: float, *, search: bool) -> tuple[str, int]:
        _forget(self.recent, now - 10)
        _forget(self.searched, now - 1)
        if self.asked >= self.daily:
            return "DAILY", 3600
        if search and len(self.searched) >= self.searches:
            return "SECONDLY", 1
        if len(self.recent) >= self.questions:
            return "TEN_SECONDLY_ROLLING", 10
        return "", 0


def _forget(times: deque[float], before: float) -> None:
    while times and times[0] <= before:
        times.popleft()


def _body(policy: str) -> dict[str, str]:
    return {
        "status": "error",
        "message": _MESSAGES[policy],
        "errorType": "RATE_LIMIT",
        "policyName": policy,
        "correlationId": "00000000-0000-4000-8000-000000000003",
    }
