"""How fast segments are counted, beside the smsutil package on the same texts."""

from collections.abc import Callable
from timeit import timeit

import smsutil

from app.domain.segments import count
from tests.bench.rounds import in_turn
from tests.bench.row import Measured, Row

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


def measure() -> Measured:
    """Count with both in turn; the quickest round of each."""
    rounds = in_turn(lambda: _seconds(count), lambda: _seconds(smsutil.split), _ROUNDS)
    ours, theirs = map(min, rounds)
    return Measured(f"{ours * 1e6:.1f} µs", f"{theirs * 1e6:.1f} µs", ours / theirs)


def _seconds(work: Callable[[str], object]) -> float:
    seconds = timeit(lambda: [work(text) for text in TEXTS], number=_REPEATS)
    return seconds / (_REPEATS * len(TEXTS))


ROW = Row(
    "segments",
    "count the segments of a text",
    "`smsutil`",
    1.5,
    0.5,
    f"Both sides: {len(TEXTS)} texts of one to several segments, in GSM-7 and UCS-2, with accents "
    "and emoji; the time for one text. The quickest of "
    f"{_ROUNDS} rounds each, in turn.",
    measure,
)
