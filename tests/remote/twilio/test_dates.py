"""Twilio's dates."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.instant import SECOND, Instant, instant
from app.domain.unreadable import UnreadableRecord
from app.remote.twilio.dates import when
from tests.support.providers.twilio_book import rfc_2822

SECONDS = st.integers(
    instant(datetime(1990, 1, 1, tzinfo=UTC)) // SECOND,
    instant(datetime(2100, 12, 31, tzinfo=UTC)) // SECOND,
)


@given(SECONDS)
def test_a_date_is_read_as_it_is_written(second: int) -> None:
    at = Instant(second * SECOND)
    assert when(rfc_2822(at)) == at


@pytest.mark.parametrize(
    "text",
    ["", "now", "Sun, 22 Nov 2026", "Sun, 22 Nov 2026 24:00:00 +0000", "2026-11-22T10:00:00",
     "Sun, 22 Nov 2026 10:60:00 +0000", "Sun, 31 Nov 2026 10:00:00 +0000", "1795348800",
     "Sun, 22 Xyz 2026 10:00:00 +0000", "Sun, 22 Nov 2026 10:00:00 +9900",
     "Sun, 01 Jan 1989 10:00:00 +0000", "Sun, 22 Nov 9999 10:00:00 +0000",
     "0001-01-01T00:00+23:00"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UnreadableRecord):
        when(text)
