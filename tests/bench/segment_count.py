"""How fast segments are counted, beside the smsutil package on the same texts."""

import sys
from collections.abc import Callable
from timeit import timeit

import smsutil

from app.domain.segments import count

TEXTS = (
    "Hi, are we still on for 3 pm? I can call you earlier if that suits you better.",
    "Short one",
    "Thanks for your time today. Here is the summary we spoke about, point by point. " * 4,
    "Price: 12 € [net], {see below} " * 12,
    "It’s fine – see you at ten",
    "Добрый день, перезвоню вам завтра после обеда. " * 5,
    "See you there 😀👍🏽 with the family 👨‍👩‍👧 " * 6,
    "Great 😀 ",
)
_ROUNDS = 7
_REPEATS = 200


def measure() -> tuple[float, float]:
    """Seconds a message, ours and smsutil's: rounds of both in turn, the quickest round of each."""
    rounds = [(_round(count), _round(smsutil.split)) for _ in range(_ROUNDS)]
    return min(ours for ours, _ in rounds), min(theirs for _, theirs in rounds)


def _round(work: Callable[[str], object]) -> float:
    seconds = timeit(lambda: [work(text) for text in TEXTS], number=_REPEATS)
    return seconds / (_REPEATS * len(TEXTS))


if __name__ == "__main__":
    ours, theirs = measure()
    sys.stdout.write(f"a text: {ours * 1e6:.1f} µs, smsutil {theirs * 1e6:.1f} µs\n")
