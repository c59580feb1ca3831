"""Erasing: an entry without the person it was with, which is rated as it was before."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from app.domain.erased import Erased, is_erased
from app.domain.event import Call, Direction, Fact, Leg, Text
from app.domain.money import Money
from app.domain.numbers import Number
from app.domain.price import PriceBook, Unit
from app.domain.rating import MINUTE_US

#: Digits that may stay behind the country code, and that have to go at the end of every number.
_AREA, _HIDDEN = 3, 6
_LONGEST_CODE = 3
_digits_of = re.compile(r"\+([1-9][0-9]{0,14})").fullmatch


class Way(NamedTuple):
    """From where to where something went, and by what unit it is priced."""

    unit: Unit
    origin: str
    destination: str


def erased_number(number: Number, prices: PriceBook) -> Number:
    """Return what stays of a number: as many digits as its price goes by, and never many.

    At most the country code and three more, and never the last six: what stays is true of a million
    numbers.
    """
    if is_erased(number.text):
        return number
    digits = _kept_digits(number.text, prices)
    return Number(Erased(number.kind.value, number.region, digits).text, number.kind, number.region)


def is_priced_finer(number: str, prices: PriceBook) -> bool:
    """Tell whether some price goes by more digits of a number than stay of it."""
    return len(prices.longest_prefix(number)) > len(_kept_digits(number, prices))


def anonymous(
    fact: Fact, erase: Callable[[str], str], prices: PriceBook, units_of: Callable[[Text], int]
) -> Fact:
    """Return an entry without name, note, tags and the numbers that ``erase`` replaces.

    Its numbers must be in the form the ledger keeps. Where a price goes by digits that do not stay,
    it becomes the entry's own. ``units_of``: the segments a text is billed as.
    """
    own, far = erase(fact.own), erase(fact.far)
    if isinstance(fact, Call):
        price = fact.price or _price_of_call(fact, own, far, prices)
        legs = tuple([_anonymous_leg(leg, erase, prices, fact) for leg in fact.legs])
        return fact._replace(
            own=own, far=far, legs=legs, price=price, name="", note="", tags=""
        )  # fmt: skip
    unit: Unit = "mms" if fact.media else "sms"
    ways = [Way(unit, *_ends(fact.direction, *pair)) for pair in ((fact.own, fact.far), (own, far))]
    paid = fact.price or _fixed(prices, fact, ways[0], ways[1], units_of(fact))
    return fact._replace(own=own, far=far, price=paid, name="", note="", tags="")


def _price_of_call(call: Call, own: str, far: str, prices: PriceBook) -> Money | None:
    """Return the price that the contact's leg keeps where the plan's rule makes the legs."""
    if call.legs:
        return None
    before = Way("minute", *_ends(call.direction, call.own, call.far))
    after = Way("minute", *_ends(call.direction, own, far))
    return _fixed(prices, call, before, after, -(-call.talk_us // MINUTE_US))


def _anonymous_leg(leg: Leg, erase: Callable[[str], str], prices: PriceBook, call: Call) -> Leg:
    origin, destination = erase(leg.origin), erase(leg.destination)
    before = Way("minute", leg.origin, leg.destination)
    after = Way("minute", origin, destination)
    price = leg.price or _fixed(prices, call, before, after, -(-leg.talk_us // MINUTE_US))
    return leg._replace(origin=origin, destination=destination, price=price)


def _fixed(prices: PriceBook, fact: Fact, before: Way, after: Way, units: int) -> Money | None:
    """Return the price as it was, ``None`` where it is still found by what stays."""
    if not units or before == after:
        return None
    found = prices.rate(*before, fact.start)
    still = prices.rate(*after, fact.start)
    same = found is None or (still is not None and still.rate == found.rate)
    return None if found is None or same else found.rate * units


def _ends(direction: Direction, own: str, far: str) -> tuple[str, str]:
    return (far, own) if direction is Direction.INBOUND else (own, far)


def _kept_digits(number: str, prices: PriceBook) -> str:
    found = _digits_of(number)
    if found is None:
        return ""
    digits = found[1]
    code = country_code(digits)
    wanted = max(prices.longest_prefix(number), code, key=len)
    return wanted[: max(0, min(len(code) + _AREA, len(digits) - _HIDDEN))]


def country_code(digits: str) -> str:
    """Return the calling code that a number begins with, "" where no country has it."""
    return _code(digits[:_LONGEST_CODE])


@lru_cache(maxsize=1024)
def _code(first: str) -> str:
    # Here because its tables cost a start 45 ms, and few starts erase anything.
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    lengths = range(1, len(first) + 1)
    return next((first[:n] for n in lengths if int(first[:n]) in COUNTRY_CODE_TO_REGION_CODE), "")
