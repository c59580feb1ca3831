"""Instants and zones for properties that have to hold on any day."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from app.domain.instant import Instant, instant
from app.sample.month import Month

#: Places whose clocks differ: far east and west, half hours, changes of their own.
ZONES = st.sampled_from(
    [
        *("UTC", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "America/St_Johns"),
        *("Asia/Kolkata", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Kiritimati"),
        *("Pacific/Pago_Pago", "Africa/Cairo", "America/Santiago", "Asia/Beirut"),
    ]
)
NOWS = st.integers(
    instant(datetime(2024, 1, 1, tzinfo=UTC)), instant(datetime(2030, 12, 31, 23, 59, tzinfo=UTC))
).map(Instant)


def ends_of(month: Month) -> list[Instant]:
    """When everything of a month was over."""
    calls = [call.start + max(call.seconds, call.first_leg) * 1_000_000 for call in month.calls]
    return [Instant(end) for end in (*calls, *(text.sent for text in month.texts))]
