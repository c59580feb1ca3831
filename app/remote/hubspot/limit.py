"""A limit on questions in a span of time, kept to from the far end of a line with delays."""

from collections import deque
from typing import Self

#: For what cannot be seen from here, such as one way that is quicker than the other.
_SLACK_SECONDS = 0.01
#: How far an evenly spread question may be behind its turn and still be caught up with.
_BEHIND_SECONDS = 1.0


class Limit:
    """No more than ``most`` questions in any span of ``seconds``; ``rate``: of them a second.

    A server counts a question somewhere between its leaving and its answer. An answer that was long
    on its way may mean that the question was counted late, so spans are taken from the answers.
    ``even``: spread over the span rather than all at once.
    """

    def __init__(self, most: int, seconds: float, *, even: bool = False) -> None:
        self.rate = most / seconds
        self._span = seconds + _SLACK_SECONDS
        self._even = even
        self._turn = 0.0
        #: When each of the last questions was answered, or would have been.
        self._asked: deque[float] = deque(maxlen=most)

    def next_at(self, now: float, way: float) -> float:
        """Return when the next question may leave; ``way``: what an answer takes at the least."""
        turn = max(self._turn, now) if self._even else now
        full = len(self._asked) == self._asked.maxlen
        return max(turn, self._asked[0] - way + self._span) if full else turn

    def count(self, at: float, way: float) -> None:
        """Note when a question leaves; ``way`` as above."""
        # The span lets no more through than it may; turns only keep bursts from being usual.
        start = max(self._turn, at - _BEHIND_SECONDS) if self._asked else at
        self._turn = start + 1 / self.rate
        self._asked.append(at + way)

    def answered(self, at: float) -> None:
        """Note when the last question was answered."""
        if self._asked:
            self._asked[-1] = at

    def lowered(self, most: int, seconds: float) -> Self:
        """Return a smaller limit that knows what was asked so far."""
        smaller = type(self)(most, seconds, even=self._even)
        smaller._asked.extend(self._asked)  # noqa: SLF001 - of its own kind
        return smaller
