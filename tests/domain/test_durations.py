"""Talk times as export files write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.durations import UNITS, duration
from app.domain.unreadable import UnreadableRecord


@pytest.mark.parametrize(
    ("text", "unit", "microseconds"),
    [
        ("185", "s", 185_000_000),
        ("61000", "ms", 61_000_000),
        ("1.5", "min", 90_000_000),
        ("0:03:05", "ms", 185_000_000),
        ("3:05", "s", 185_000_000),
        ("00:00:01.5", "s", 1_500_000),
        (" 60.001 ", "s", 60_001_000),
        ("60.0000001", "s", 60_000_001),
    ],
)
def test_a_duration_is_read_in_its_unit(text: str, unit: str, microseconds: int) -> None:
    assert duration(text, UNITS[unit]) == microseconds


@pytest.mark.parametrize("text", ["-1", "604801", "", "NaN", "1e400", "1:2:3:4", "::", "9" * 5000])
def test_absurd_durations_are_refused(text: str) -> None:
    with pytest.raises(UnreadableRecord):
        duration(text)


@given(st.text(max_size=30))
def test_any_text_is_a_duration_or_refused(text: str) -> None:
    with suppress(UnreadableRecord):
        assert duration(text) >= 0
