"""Small pieces that several JSON answers share; docs/json.md describes the answers."""

from datetime import date

from app.domain.instant import Instant, iso
from app.domain.meter import Cycle
from app.domain.money import Money
from app.domain.price import PriceRow

#: Prices of a minute are published with four.
_RATE_PLACES = 4


def money(amount: Money | None) -> dict[str, object] | None:
    """Write an amount of our own making, exact and marked as an estimate."""
    if amount is None:
        return None
    return {"amount": amount.exact(), "currency": amount.currency, "estimate": True}


def rate(row: PriceRow | None) -> dict[str, object] | None:
    """Write a price of a unit, since when it holds, and whether it was fetched or stated."""
    if row is None:
        return None
    return {
        "amount": row.rate.exact(least=_RATE_PLACES),
        "currency": row.rate.currency,
        "valid_from": iso(row.valid_from),
        "fetched": row.fetched,
    }


def cycle(found: Cycle) -> dict[str, object]:
    """Write a cycle."""
    return {"start": iso(found.start), "end": iso(found.end), "zone": found.zone}


def at(instant: Instant | None) -> str | None:
    """Write an instant, or nothing."""
    return None if instant is None else iso(instant)


def day(found: date | None) -> str | None:
    """Write a date, or nothing."""
    return None if found is None else found.isoformat()
