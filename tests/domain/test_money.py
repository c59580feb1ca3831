"""Money: exact amounts with their currency."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import Money, parse_amount

NANO = st.integers(-(10**30), 10**30)


def dollars(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("0.52", "0.52"), ("0.5180", "0.518"), ("12", "12.00"), ("1E+3", "1000.00"),
        ("-0.200", "-0.20"), ("0", "0.00"), ("0.000000001", "0.000000001"), ("100.5", "100.50"),
    ],
)  # fmt: skip
def test_an_amount_is_written_with_two_places_at_least(amount: str, written: str) -> None:
    assert dollars(amount).exact() == written


@given(NANO)
def test_billionths_come_back_as_they_were(nano: int) -> None:
    assert Money.from_nano(nano, "USD").nano == nano


@given(NANO)
def test_an_amount_that_is_written_can_be_read_again(nano: int) -> None:
    money = Money.from_nano(nano % 10**20, "EUR")
    assert parse_amount(money.exact()) == money.amount


@given(NANO, NANO)
def test_adding_never_rounds(first: int, second: int) -> None:
    both = Money.from_nano(first, "USD") + Money.from_nano(second, "USD")
    assert both.nano == first + second


@given(NANO, st.integers(-(10**6), 10**6))
def test_multiplying_never_rounds(nano: int, times: int) -> None:
    assert (Money.from_nano(nano, "USD") * times).nano == nano * times


def test_thirty_seven_minutes_at_their_rate() -> None:
    assert (dollars("0.0140") * 37).exact() == "0.518"


@pytest.mark.parametrize("amount", ["0.0000000001", "NaN", "Infinity"])
def test_what_is_no_whole_number_of_billionths_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match=r"is finer|is not"):
        _ = dollars(amount).nano


def test_two_currencies_are_never_added() -> None:
    with pytest.raises(ValueError, match="USD and EUR"):
        dollars("1") + Money(Decimal(1), "EUR")


@pytest.mark.parametrize("text", ["-0.200", "0.0140", "1", "999999999999.99"])
def test_a_plain_amount_is_read_with_its_places(text: str) -> None:
    assert str(parse_amount(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "", " 1", "1\n", "+1", "1.", ".5", "1,5", "1e3", "nan", "inf", "-", "--1", "1_0", "١", "$1",
        "1" * 13,
    ],
)  # fmt: skip
def test_anything_else_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match="is not a plain amount"):
        parse_amount(text)


@given(st.from_regex(r"-?[0-9]{1,12}(\.[0-9]{1,18})?", fullmatch=True))
def test_every_plain_amount_is_read(text: str) -> None:
    assert parse_amount(text) == Decimal(text)
