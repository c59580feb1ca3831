"""Prices of a minute toward a country, by the first digits of both ends (Pricing v2)."""

import re
from collections.abc import Iterator

from app.domain.instant import Instant
from app.domain.price import PriceRow
from app.remote.twilio.rates import currency, objects, rate, words
from app.remote.twilio.record import Record

_ANY = "ALL"
_is_prefix = re.compile(r"[1-9][0-9]{0,14}").fullmatch


def voice_rows(told: object, at: Instant) -> Iterator[PriceRow]:
    """Yield a row for each pair of prefixes in what Twilio tells of a country."""
    unit = currency(told)
    for group in objects(told, "outbound_prefix_prices"):
        paid = rate(group, unit)
        if paid is None:
            continue
        for origin in _origins(group):
            for destination in filter(_is_prefix, words(group, "destination_prefixes")):
                yield PriceRow(origin, destination, "minute", paid, at)


def _origins(group: Record) -> list[str]:
    """Return the prefixes that a call may come from; "" is any of them."""
    found = words(group, "origination_prefixes")
    return [""] if _ANY in found else list(filter(_is_prefix, found))
