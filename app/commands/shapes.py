"""Small pieces that several JSON answers share; docs/json.md describes the answers."""

from datetime import date

from app.domain.instant import Instant, iso
from app.domain.meter import Cycle
from app.domain.money import Money


def money(amount: Money | None) -> dict[str, object] | None:
    """Write an amount of our own making, exact and marked as an estimate."""
    if amount is None:
        return None
    return {"amount": amount.exact(), "currency": amount.currency, "estimate": True}


def cycle(found: Cycle) -> dict[str, object]:
    """Write a cycle."""
    return {"start": iso(found.start), "end": iso(found.end), "zone": found.zone}


def at(instant: Instant | None) -> str | None:
    """Write an instant, or nothing."""
    return None if instant is None else iso(instant)


def day(found: date | None) -> str | None:
    """Write a date, or nothing."""
    return None if found is None else found.isoformat()
