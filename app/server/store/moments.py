"""Instants of the tables as the moments of a message."""

from datetime import datetime

from app.domain.instant import Instant, moment


def moment_or_none(at: int | None) -> datetime | None:
    """Turn what a table holds into a moment; ``None`` for what did not happen yet."""
    return None if at is None else moment(Instant(at))
