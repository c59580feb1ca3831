"""Money: exact decimal amounts with their currency beside them, kept whole as billionths (nano)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Self

_NANO_PLACES = 9
_NANO_IN_ONE = 1_000_000_000
_PLACES_SHOWN = 2
# Twelve digits before the point are far past any bill; more is a damaged file. Digits are ASCII
# only, for Decimal would take those of any script.
_plain_decimal = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,18})?").fullmatch


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency (ISO 4217, upper case); negative is a credit."""

    amount: Decimal
    currency: str

    @classmethod
    def from_nano(cls, nano: int, currency: str) -> Self:
        """Make money of a whole number of billionths, the form in which it is kept."""
        sign, digits = int(nano < 0), tuple(map(int, str(abs(nano))))
        # Not divided: division rounds to the precision of the context.
        return cls(Decimal((sign, digits, -_NANO_PLACES)), currency)

    @property
    def nano(self) -> int:
        """The amount in billionths.

        Raises:
            ValueError: the amount is finer than a billionth, or not a number.
        """
        if not self.amount.is_finite():
            message = f"{self.amount} is not an amount"
            raise ValueError(message)
        return _nano(self.amount)

    def __add__(self, other: "Money") -> "Money":
        """Add money of the same currency; another currency is a ValueError."""
        if self.currency != other.currency:
            message = f"{self.currency} and {other.currency} cannot be added"
            raise ValueError(message)
        return Money.from_nano(self.nano + other.nano, self.currency)

    def __mul__(self, times: int) -> "Money":
        """Multiply by a whole number, such as minutes or segments."""
        return Money.from_nano(self.nano * times, self.currency)

    def exact(self, least: int = _PLACES_SHOWN) -> str:
        """Write the exact amount, with ``least`` places and no zeros after those: "0.518"."""
        whole, _, places = f"{self.amount:f}".partition(".")
        return f"{whole}.{places.rstrip('0').ljust(least, '0')}"


def parse_amount(text: str) -> Decimal:
    """Read a plain decimal such as "-0.200" or "1", keeping its places.

    Raises:
        ValueError: anything else: exponents, signs but "-", spaces, no digit before the point, or
            more than twelve digits before it or eighteen after it.
    """
    if not _plain_decimal(text):
        message = f"{text[:40]!r} is not a plain amount"
        raise ValueError(message)
    return Decimal(text)


# Kept, because the prices of an export repeat from line to line.
@lru_cache(maxsize=4096)
def _nano(amount: Decimal) -> int:
    numerator, denominator = amount.as_integer_ratio()
    nano, rest = divmod(numerator * _NANO_IN_ONE, denominator)
    if rest:
        message = f"{amount} is finer than a billionth"
        raise ValueError(message)
    return nano
