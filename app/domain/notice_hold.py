"""Holds: why notices wait, for a summary to say once they come."""

from enum import StrEnum


class Hold(StrEnum):
    """What notices wait for, the strongest first."""

    CALL = "call"
    PRESENTING = "presenting"
    PAUSED = "paused"
    QUIET = "quiet"


def hold_of(*, call: bool, presenting: bool, paused: bool, quiet: bool) -> Hold | None:
    """Return why notices wait now, ``None`` when they need not."""
    causes = ((call, Hold.CALL), (presenting, Hold.PRESENTING), (paused, Hold.PAUSED),
              (quiet, Hold.QUIET))  # fmt: skip
    return next((hold for holds, hold in causes if holds), None)
