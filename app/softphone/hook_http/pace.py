"""How many requests are taken: a softphone has a few calls a minute, a runaway has thousands."""

_PER_SECOND = 20
_AT_ONCE = 40
_SECOND_NS = 1_000_000_000


class Pace:
    """Allows some at once, and from then on so many a second."""

    def __init__(self) -> None:
        self._left_ns = _AT_ONCE * _SECOND_NS
        self._last_ns: int | None = None

    def allows(self, now_ns: int) -> bool:
        """Tell whether one more may come at a moment of any clock that only goes forward."""
        passed = 0 if self._last_ns is None else max(0, now_ns - self._last_ns)
        self._last_ns = now_ns
        self._left_ns = min(_AT_ONCE * _SECOND_NS, self._left_ns + passed * _PER_SECOND)
        if self._left_ns < _SECOND_NS:
            return False
        self._left_ns -= _SECOND_NS
        return True
