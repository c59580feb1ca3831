"""Values that repeat from line to line."""

import pytest

from app.domain.record_values import price
from app.domain.unreadable import UnreadableRecord


@pytest.mark.parametrize("written", ["0.000000001", "-1000000"])
def test_a_price_the_ledger_can_keep_is_taken(written: str) -> None:
    assert price(written, "usd") is not None


@pytest.mark.parametrize("written", ["0.0000000001", "1000000.01", "-999999999999", "1e3", "free"])
def test_a_price_the_ledger_cannot_keep_is_refused(written: str) -> None:
    with pytest.raises(UnreadableRecord):
        price(written, "USD")
