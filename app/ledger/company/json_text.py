"""What a company's server says, as the JSON in which the ledger keeps it."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.book import DayCount
from app.domain.company import Address, Contract, Profile
from app.domain.money import Money
from app.domain.plan import MeterKind
from app.domain.plan_page import MeterMove

_PRICES = ("committed", "additional", "annual", "sms_segment", "mms_segment")
_UNITS = ("counted", "billed", "over", "outside", "second_leg", "unpriced")
_MOVED = ("included_before", "included_after", "remaining_before", "remaining_after")


def written_profile(profile: Profile) -> str:
    """Write a profile."""
    address = profile.address
    return _written(
        {
            "name": profile.name,
            "address": address and [address.country, address.city, address.state, address.street],
            "destinations": profile.destinations,
            "bundle": profile.bundle,
            "renews": profile.renews and profile.renews.isoformat(),
        }
    )


def read_profile(written: str) -> Profile:
    """Read a profile as it was written."""
    said: dict[str, Any] = json.loads(written)
    return Profile(
        name=said["name"],
        address=Address(*said["address"]) if said["address"] else None,
        destinations=tuple(said["destinations"]),
        bundle=said["bundle"],
        renews=date.fromisoformat(said["renews"]) if said["renews"] else None,
    )


def written_contract(contract: Contract | None) -> str:
    """Write a contract, "" for none."""
    if contract is None:
        return ""
    prices: dict[str, Money | None] = {name: getattr(contract, name) for name in _PRICES}
    said = {name: price and _money(price) for name, price in prices.items()}
    return _written({**said, "note": contract.note})


def read_contract(written: str) -> Contract | None:
    """Read a contract as it was written."""
    if not written:
        return None
    said: dict[str, Any] = json.loads(written)
    prices = {name: _read_money(said[name]) if said[name] else None for name in _PRICES}
    return Contract(**prices, note=said["note"])


def written_count(count: DayCount) -> str:
    """Write the figures of a count without its meter and day; "" where there is nothing."""
    said: dict[str, object] = {name: n for name in _UNITS if (n := getattr(count, name))}
    if count.amounts:
        said["amounts"] = [_money(amount) for amount in count.amounts]
    return _written(said) if said else ""


def read_count(kind: MeterKind, day: date, written: str) -> DayCount:
    """Read the figures of a count as they were written."""
    said: dict[str, Any] = json.loads(written) if written else {}
    amounts = tuple(_read_money(amount) for amount in said.pop("amounts", ()))
    return DayCount(kind, day, amounts=amounts, **said)


def written_meters(meters: Iterable[DayCount]) -> str:
    """Write the counts of a whole cycle."""
    return _written([[m.kind.value, m.day.isoformat(), written_count(m)] for m in meters])


def read_meters(written: str) -> tuple[DayCount, ...]:
    """Read the counts of a whole cycle as they were written."""
    return tuple(
        read_count(MeterKind(kind), date.fromisoformat(day), said)
        for kind, day, said in json.loads(written)
    )


def written_moves(moves: Iterable[MeterMove]) -> str:
    """Write what a change of plan did to meters."""
    return _written([[m.kind.value, *(getattr(m, name) for name in _MOVED)] for m in moves])


def read_moves(written: str) -> tuple[MeterMove, ...]:
    """Read what a change of plan did to meters as it was written."""
    return tuple(MeterMove(MeterKind(kind), *figures) for kind, *figures in json.loads(written))


def _written(said: Mapping[str, object] | list[Any]) -> str:
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def _money(amount: Money) -> list[str]:
    return [f"{amount.amount:f}", amount.currency]


def _read_money(said: list[str]) -> Money:
    return Money(Decimal(said[0]), said[1])
