"""Tones: the few meanings a colour may carry, free of Qt so that states can name them."""

from enum import StrEnum


class Tone(StrEnum):
    """What a mark means; each tone also has an icon or a pattern, never colour alone.

    ``BILLED`` is always hatched where it fills an area; ``QUIET`` says that nothing is known or
    that the figure is old.
    """

    PLAIN = "plain"
    NEAR = "near"
    STOP = "stop"
    BILLED = "billed"
    QUIET = "quiet"
