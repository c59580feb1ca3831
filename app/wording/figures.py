"""Numbers and money as a region writes them.

The two home regions are written from a table that the tests compare with CLDR; Babel, which costs a
start about 45 ms, is loaded for every other region or currency.
"""

from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from app.domain.money import Money
from app.wording.language import Language

if TYPE_CHECKING:
    from babel.core import Locale


class _Marks(NamedTuple):
    group: str
    decimal: str
    price: str


_MARKS = {
    "en_US": _Marks(",", ".", "{symbol}{amount}"),
    "de_DE": _Marks(".", ",", "{amount}\N{NO-BREAK SPACE}{symbol}"),
}
_SYMBOLS = {"USD": "$", "EUR": "€"}
_RATE_PLACES = 4


class Figures:
    """Writes figures for one language and region."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._marks = _MARKS.get(language.locale)

    def number(self, value: int) -> str:
        """Write a whole number with its thousands grouped."""
        if self._marks is not None:
            return f"{value:,}".replace(",", self._marks.group)
        from babel.numbers import format_decimal  # rare and slow, see the module

        return format_decimal(value, locale=self.cldr)

    def money(self, money: Money, places: int) -> str:
        """Write an amount rounded half up; one that would round to nothing keeps four places."""
        amount = _rounded(money, places)
        if money.amount and not amount:
            amount = _rounded(money, max(_RATE_PLACES, places))
        return self._price(amount, money.currency)

    def rate(self, money: Money) -> str:
        """Write a rate exactly, with four places or as many as it has."""
        places = len(money.exact().partition(".")[2])
        return self._price(_rounded(money, max(_RATE_PLACES, places)), money.currency)

    @cached_property
    def cldr(self) -> "Locale":
        """Babel's locale of the language and region, or of the language where it knows no such."""
        from babel.core import Locale, UnknownLocaleError  # rare and slow, see the module

        try:
            return Locale.parse(self._language.locale)
        except UnknownLocaleError:
            return Locale.parse(self._language.code)

    def _price(self, amount: Decimal, currency: str) -> str:
        if self._marks is not None and currency in _SYMBOLS:
            written = f"{amount:,f}".translate({44: self._marks.group, 46: self._marks.decimal})
            return self._marks.price.format(symbol=_SYMBOLS[currency], amount=written)
        from babel.numbers import format_currency  # rare and slow, see the module

        return format_currency(amount, currency, locale=self.cldr, decimal_quantization=False)


def _rounded(money: Money, places: int) -> Decimal:
    step = Decimal(1).scaleb(-places)
    return money.amount.quantize(step, rounding=ROUND_HALF_UP)
