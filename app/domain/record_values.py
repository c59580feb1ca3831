"""Small values that repeat from record to record: sources, prices and counts."""

from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from app.domain.event import Source
from app.domain.money import Money, parse_amount
from app.domain.problem import mark
from app.domain.segments import count as count_segments
from app.domain.unreadable import UnreadableRecord

_MOST = 1_000_000
_MOST_PAID = 1_000_000 * 1_000_000_000


class Weight(NamedTuple):
    """What stays of a message body: segments (``None`` when it was never seen) and its size."""

    counted: int | None = None
    encoding: str = ""
    units: int = 0
    characters: int = 0


_UNSEEN = Weight()


@lru_cache(maxsize=256)
def source(provider: str, account: str = "") -> Source:
    """The source of a record."""
    return Source(provider, account.strip())


@lru_cache(maxsize=8192)
def price(amount: str, currency: str) -> Money | None:
    """Read a price as a provider writes it, a charge being negative or not; ``None`` until known.

    An amount without a currency is no price: which one is meant cannot be told. What is finer than
    a billionth or above a million for one record is refused, for it is damage and cannot be kept.
    """
    amount, currency = amount.strip(), currency.strip().upper()
    if not amount or not currency:
        return None
    if len(currency) != 3 or not currency.isascii() or not currency.isalpha():
        raise UnreadableRecord(mark("“{value}” is not a currency"), currency)
    with suppress(ValueError):
        paid = Money(abs(parse_amount(amount)), currency)
        if paid.nano <= _MOST_PAID:
            return paid
    raise UnreadableRecord(mark("“{value}” is not a price"), amount)


@lru_cache(maxsize=1024)
def count(text: str) -> int | None:
    """Read a whole number, ``None`` where the cell is empty."""
    text = text.strip()
    if not text:
        return None
    whole = text.removesuffix(".0")
    if not (whole.isascii() and whole.isdecimal() and len(whole) < 9 and int(whole) <= _MOST):
        raise UnreadableRecord(mark("“{value}” is not a count"), text)
    return int(whole)


def weigh(body: str) -> Weight:
    """Count a body, which is dropped here; an empty one was not kept and tells nothing."""
    if not body:
        return _UNSEEN
    found = count_segments(body)
    return Weight(found.segments, found.encoding.value, found.units, found.characters)
