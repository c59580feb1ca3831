"""Bits of a list of prices: whatever is not understood is no price."""

from collections.abc import Iterator
from typing import Any

from app.domain.money import Money
from app.domain.record_values import price
from app.domain.unreadable import UnreadableRecord
from app.remote.twilio.record import Record, is_record, text


def objects(told: object, field: str) -> Iterator[Record]:
    """Return the objects in a list that an object holds, none where there is no such list."""
    found = told.get(field) if is_record(told) else None
    return filter(is_record, found if isinstance(found, list) else ())


def words(told: Record, field: str) -> list[str]:
    """Return the texts in a list that an object holds."""
    found: Any = told.get(field)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def currency(told: object) -> str:
    """Return the currency of a country's prices, "" where it is not told."""
    found = told.get("price_unit") if is_record(told) else None
    return found if isinstance(found, str) else ""


def rate(told: Record, unit: str) -> Money | None:
    """Return what is paid now, discounts of the account included, ``None`` where that is unclear.

    ``unit``: the currency.
    """
    try:
        return price(text(told, "current_price"), unit)
    except UnreadableRecord:
        return None
