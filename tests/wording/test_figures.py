"""Numbers and money; the table of the home regions is held against CLDR."""

from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as some

from app.domain.money import Money
from app.wording.figures import Figures
from app.wording.language import Language
from tests.support.wordings import ENGLISH, GERMAN, plainly, words_of

_HOMES = some.sampled_from([Language("en", "US"), Language("de", "DE")])


@given(_HOMES, some.integers(0, 10**15))
def test_home_numbers_are_written_as_cldr_writes_them(home: Language, value: int) -> None:
    assert Figures(home).number(value) == format_decimal(value, locale=home.locale)


@given(_HOMES, some.integers(0, 10**11), some.sampled_from(["USD", "EUR"]))
def test_home_prices_are_written_as_cldr_writes_them(
    home: Language, cents: int, currency: str
) -> None:
    amount = Decimal(cents).scaleb(-2)
    expected = format_currency(amount, currency, locale=home.locale)
    assert Figures(home).money(Money(amount, currency), 2) == expected


@pytest.mark.parametrize(
    ("locale", "price"),
    [
        ("en_US", "$0.52"),
        ("en_GB", "US$0.52"),
        ("de_DE", "0,52 $"),
        ("de_AT", "$ 0,52"),
        ("en_XX", "$0.52"),
    ],
)
def test_each_region_writes_its_own_price(locale: str, price: str) -> None:
    assert plainly(words_of(locale).money(Money(Decimal("0.518"), "USD"))) == price


def test_other_currencies_come_from_cldr() -> None:
    assert ENGLISH.money(Money(Decimal("3.1"), "GBP")) == "£3.10"


def test_an_amount_is_never_rounded_to_nothing() -> None:
    assert ENGLISH.money(Money(Decimal("0.0043"), "USD")) == "$0.0043"


def test_an_amount_of_nothing_is_nothing() -> None:
    assert ENGLISH.money(Money(Decimal(0), "USD")) == "$0.00"


def test_half_a_cent_rounds_up() -> None:
    assert ENGLISH.money(Money(Decimal("0.125"), "USD")) == "$0.13"


@pytest.mark.parametrize(("rate", "told"), [("0.014", "$0.0140"), ("0.00815", "$0.00815")])
def test_a_rate_is_exact_and_has_four_places_at_least(rate: str, told: str) -> None:
    assert ENGLISH.rate(Money(Decimal(rate), "USD")) == told


def test_german_groups_by_points() -> None:
    assert GERMAN.number(1240) == "1.240"


def test_swiss_figures_are_swiss() -> None:
    assert words_of("de_CH").number(1240) == "1’240"
