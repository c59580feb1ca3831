"""Which row of a price sheet holds."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.instant import Instant, instant
from app.domain.money import Money
from app.domain.price import PriceBook, PriceRow, Unit

JANUARY = instant(datetime(2026, 1, 1, tzinfo=UTC))
JUNE = instant(datetime(2026, 6, 1, tzinfo=UTC))
NOVEMBER = instant(datetime(2026, 11, 21, tzinfo=UTC))
BERLIN, BOSTON = "+4930123456", "+16175550123"
PREFIXES = st.text("123", min_size=1, max_size=3)
DATES = st.integers(0, 5).map(Instant)


def row(
    destination: str,
    rate: str = "0.0140",
    *,
    origin: str = "",
    since: Instant = JANUARY,
    unit: Unit = "minute",
    fetched: bool = False,
) -> PriceRow:
    return PriceRow(origin, destination, unit, Money(Decimal(rate), "USD"), since, fetched)


def test_the_longest_destination_prefix_wins() -> None:
    book = PriceBook([row("1"), row("1415"), row("141")])
    assert book.rate("minute", BERLIN, "+14155550188", NOVEMBER) == row("1415")
    assert book.rate("minute", BERLIN, BOSTON, NOVEMBER) == row("1")


def test_then_the_longest_origin_prefix_wins() -> None:
    rows = [row("1"), row("1", "2", origin="49"), row("1", "3", origin="4930")]
    book = PriceBook(rows)
    assert book.rate("minute", BERLIN, BOSTON, NOVEMBER) == rows[2]
    assert book.rate("minute", "+4989123456", BOSTON, NOVEMBER) == rows[1]
    assert book.rate("minute", "+441234567", BOSTON, NOVEMBER) == rows[0]


def test_the_destination_weighs_more_than_the_origin() -> None:
    book = PriceBook([row("1617"), row("1", "2", origin="4930")])
    assert book.rate("minute", BERLIN, BOSTON, NOVEMBER) == row("1617")


def test_a_stated_row_that_fits_goes_before_any_fetched_one() -> None:
    fetched = [row("1617", "2", origin="49", since=NOVEMBER, fetched=True), row("44", fetched=True)]
    book = PriceBook([*fetched, row("1")])
    assert book.rate("minute", BERLIN, BOSTON, NOVEMBER) == row("1")
    assert book.rate("minute", BERLIN, "+441234567", NOVEMBER) == fetched[1]
    assert book.rate("sms", BERLIN, BOSTON, NOVEMBER) is None


def test_a_fetched_row_holds_until_a_stated_one_does() -> None:
    fetched = row("1", "2", fetched=True)
    book = PriceBook([row("1", since=NOVEMBER), fetched])
    assert book.rate("minute", BERLIN, BOSTON, JUNE) == fetched
    assert book.rate("minute", BERLIN, BOSTON, NOVEMBER) == row("1", since=NOVEMBER)
    assert book.longest_prefix(BOSTON) == "1"


def test_a_destination_with_no_row_for_the_origin_falls_to_a_shorter_one() -> None:
    book = PriceBook([row("1"), row("1617", origin="44")])
    assert book.rate("minute", BERLIN, BOSTON, NOVEMBER) == row("1")


def test_of_dated_rows_the_latest_that_is_valid_holds() -> None:
    book = PriceBook([row("1", "2", since=JUNE), row("1", "1"), row("1", "3", since=NOVEMBER)])
    rates = [book.rate("minute", BERLIN, BOSTON, at) for at in (JANUARY, JUNE, NOVEMBER)]
    assert [found.rate.amount for found in rates if found] == [1, 2, 3]


def test_a_row_that_is_not_valid_yet_never_applies() -> None:
    assert PriceBook([row("1")]).rate("minute", BERLIN, BOSTON, Instant(JANUARY - 1)) is None
    book = PriceBook([row("1"), row("1617", since=NOVEMBER)])
    assert book.rate("minute", BERLIN, BOSTON, JUNE) == row("1")


def test_of_rows_alike_the_last_one_given_holds() -> None:
    book = PriceBook([row("1", "1"), row("1", "2")])
    assert book.rate("minute", BERLIN, BOSTON, NOVEMBER) == row("1", "2")


def test_a_price_is_for_its_own_unit() -> None:
    book = PriceBook([row("1", unit="sms")])
    assert book.rate("sms", BERLIN, BOSTON, NOVEMBER) == row("1", unit="sms")
    assert book.rate("mms", BERLIN, BOSTON, NOVEMBER) is None


@pytest.mark.parametrize(
    "destination", ["", "anonymous", "client:anna", "sip:1@example.com", "+", "16175550123", "+1x"]
)
def test_a_destination_that_is_no_number_has_no_price(destination: str) -> None:
    assert PriceBook([row("1")]).rate("minute", BERLIN, destination, NOVEMBER) is None


@pytest.mark.parametrize("origin", ["", "client:anna", "anonymous"])
def test_an_origin_that_is_no_number_fits_only_any_origin(origin: str) -> None:
    book = PriceBook([row("1"), row("1", origin="49")])
    assert book.rate("minute", origin, BOSTON, NOVEMBER) == row("1")


def test_a_book_without_rows_is_empty() -> None:
    assert not PriceBook()
    assert PriceBook([row("1")])
    assert PriceBook().rate("minute", BERLIN, BOSTON, NOVEMBER) is None


@given(
    st.lists(st.tuples(st.text("123", max_size=2), PREFIXES, DATES), max_size=12, unique=True),
    PREFIXES,
    PREFIXES,
    DATES,
)
def test_the_book_finds_what_reading_all_rows_finds(
    given_rows: list[tuple[str, str, Instant]], origin: str, destination: str, at: Instant
) -> None:
    rows = [row(to, origin=own, since=since) for own, to, since in given_rows]
    fitting = [
        each
        for each in rows
        if destination.startswith(each.destination)
        and origin.startswith(each.origin)
        and each.valid_from <= at
    ]
    best = max(
        fitting, key=lambda r: (len(r.destination), len(r.origin), r.valid_from), default=None
    )
    assert PriceBook(rows).rate("minute", "+" + origin, "+" + destination, at) == best


ROWS = st.lists(st.builds(row, PREFIXES, st.sampled_from("123"), since=DATES), max_size=8)


@given(ROWS, ROWS, PREFIXES, DATES)
def test_where_a_stated_row_fits_fetched_ones_change_nothing(
    stated: list[PriceRow], told: list[PriceRow], destination: str, at: Instant
) -> None:
    fetched = [replace(each, fetched=True) for each in told]
    way: tuple[Unit, str, str, Instant] = ("minute", BERLIN, "+" + destination, at)
    found = PriceBook(stated).rate(*way)
    expected = PriceBook(fetched).rate(*way) if found is None else found
    assert PriceBook([*fetched, *stated]).rate(*way) == expected
