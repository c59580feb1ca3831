"""Chance that repeats itself: each part of the sample draws from a stream of its own."""

from random import Random


def stream(seed: int, purpose: str) -> Random:
    """Return the stream of one purpose; the same seed and purpose always give the same numbers.

    A stream each keeps one part of the sample as it is when another draws more or less often.
    """
    return Random(f"{seed} {purpose}")  # noqa: S311 - invents calls, keeps no secret
