"""Prices of a segment toward a country: only where no carrier makes a difference (Pricing v1).

Twilio prices a text by the carrier of who gets it, which no number tells, and by what kind of
number sends it. A price that depends on the carrier is therefore none that could be stated.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from app.domain.instant import Instant
from app.domain.money import Money
from app.domain.numbers import prefixes_of
from app.domain.price import PriceRow
from app.remote.twilio.rates import currency, objects, rate
from app.remote.twilio.record import Record

#: Area codes of +1 that no place has and whose owner pays for calls.
_TOLL_FREE = ("1800", "1833", "1844", "1855", "1866", "1877", "1888")
_ORDINARY = ("local", "mobile")
_FREE = "toll free"


def text_rows(told: object, region: str, at: Instant) -> Iterator[PriceRow]:
    """Yield rows toward the prefixes of a region; none where its price is not one and the same."""
    rates = _settled(told)
    ordinary = {rates[kind] for kind in _ORDINARY if kind in rates}
    if len(ordinary) != 1 or None in rates.values():
        return
    (paid,) = ordinary
    free = rates.get(_FREE)
    for destination in prefixes_of(region):
        if paid is not None:
            yield PriceRow("", destination, "sms", paid, at)
        if free is not None and free != paid:
            yield from (PriceRow(origin, destination, "sms", free, at) for origin in _TOLL_FREE)


def _settled(told: object) -> Mapping[str, Money | None]:
    """Return what each kind of number pays, ``None`` where carriers differ; no short codes."""
    unit, found = currency(told), defaultdict[str, set[Money | None]](set)
    carriers = [_of_carrier(each, unit) for each in objects(told, "outbound_sms_prices")]
    for carrier in carriers:
        for kind in (*_ORDINARY, _FREE):
            found[kind].add(carrier.get(kind))
    return {
        kind: rates.pop() if len(rates) == 1 else None
        for kind, rates in found.items()
        if rates != {None}
    }


def _of_carrier(told: Record, unit: str) -> dict[str, Money | None]:
    prices = objects(told, "prices")
    return {_kind(each): rate(each, unit) for each in prices}


def _kind(told: Record) -> str:
    return str(told.get("number_type")).lower().replace("-", " ").replace("_", " ")
