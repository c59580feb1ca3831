"""Twilio's published prices toward regions, as dated rows; none is made up where they differ."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.failure import Failure
from app.domain.instant import Instant
from app.domain.price import PriceRow
from app.remote.asking import Asking
from app.remote.twilio.dates import day_of, midnight
from app.remote.twilio.failures import is_missing, is_shut
from app.remote.twilio.text_prices import text_rows
from app.remote.twilio.voice_prices import voice_rows

#: Prices have a server of their own.
PRICING_ADDRESS = "https://pricing.twilio.com"
_is_region = re.compile(r"[A-Z]{2}").fullmatch


def prices(asking: Asking, regions: Sequence[str], now: Instant) -> Iterator[PriceRow]:
    """Read what a minute and a segment toward regions cost today; Failure.

    Rows hold from the midnight of today in UTC, so that prices asked twice a day are the same.
    """
    today = midnight(day_of(now))
    for region in filter(_is_region, regions):
        yield from voice_rows(_country(asking, f"/v2/Voice/Countries/{region}"), today)
        found = _country(asking, f"/v1/Messaging/Countries/{region}")
        yield from text_rows(found, region, today)


def _country(asking: Asking, path: str) -> Any:
    """Return a country's prices, ``None`` where Twilio has none or the key may not read them."""
    try:
        return asking.get(path)
    except Failure as failure:
        if is_missing(failure) or is_shut(failure):
            return None
        raise
