"""Rounds of two sides in turn, so that whatever else the machine does falls on both."""

import gc
from collections.abc import Callable
from time import perf_counter

Seconds = float
Side = Callable[[], Seconds]


def in_turn(ours: Side, against: Side, rounds: int) -> tuple[list[Seconds], list[Seconds]]:
    """Measure both sides so many times, in turn; each side tells its own seconds."""
    # Once, not before each round: it walks through all memory and leaves the processor cold.
    gc.collect()
    pairs = [(ours(), against()) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def clocked(work: Callable[[], object]) -> Side:
    """Make a side of some work: the seconds that all of it takes."""

    def side() -> Seconds:
        started = perf_counter()
        work()
        return perf_counter() - started

    return side


def milliseconds(seconds: Seconds) -> str:
    """Write a short time as a person reads it."""
    return f"{seconds * 1e3:.2f} ms" if seconds < 0.1 else f"{seconds * 1e3:.0f} ms"
