"""What stays of erased numbers: little, and enough for every price to stay as it was."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.erased import is_erased, read_erased
from app.domain.erasing import anonymous, erased_number, is_priced_finer
from app.domain.event import Call, Direction, Leg, Method, Source, Text
from app.domain.instant import BEGINNING, END, SECOND, Instant
from app.domain.money import Money
from app.domain.numbers import NumberClass, parse, tail_of
from app.domain.price import PriceBook, PriceRow
from app.domain.rating import Ends, Habits, Rater
from app.domain.timeline import Terms
from tests.support.ledgers import plan

OWN = "+14155550100"
FARS = ["+12125550123", "+447400123456", "+4915112345678", "+29012345", "anonymous", "", "client:a"]
_prefixes = st.sampled_from(["1", "1212", "1212555", "44", "4474", "447400", "44740012", "49", "2"])
_rates = st.sampled_from(["0.01", "0.25", "0.4"])
_rows = st.builds(
    lambda origin, to, unit, rate, start, fetched: PriceRow(
        origin, to, unit, Money(Decimal(rate), "USD"), Instant(start), fetched
    ),
    st.one_of(st.just(""), _prefixes), _prefixes, st.sampled_from(["minute", "sms", "mms"]),
    _rates, st.integers(0, 3), st.booleans(),
)  # fmt: skip
_far = st.sampled_from(FARS).map(lambda far: parse(far).text)
_ways = st.sampled_from(Direction)
_legs = st.lists(
    st.builds(Leg, st.integers(0, 200 * SECOND), _far, _far, st.sampled_from("ab"), st.none()),
    max_size=2,
)
_calls = st.builds(
    Call, st.just(Source("hubspot")), st.just("1"), st.just(Instant(2)),
    st.integers(0, 500 * SECOND), _ways, st.just(OWN), _far,
    st.sampled_from(Method), legs=_legs.map(tuple), name=st.just("Ada"), price=st.none(),
)  # fmt: skip
_texts = st.builds(
    Text, st.just(Source("aircall")), st.just("1"), st.just(Instant(2)), _ways, st.just(OWN), _far,
    counted=st.integers(1, 5), media=st.integers(0, 1), name=st.just("Ada"), price=st.none(),
)  # fmt: skip


def _erase(prices: PriceBook, text: str) -> str:
    return text if text == OWN else erased_number(parse(text), prices).text


def _rater(name: str, prices: PriceBook) -> Rater:
    chosen = plan(name)
    return Rater(Terms(BEGINNING, END, chosen, chosen.versions[-1], "UTC", 1), prices)


@given(_calls, st.lists(_rows, max_size=8))
def test_an_erased_call_is_charged_as_before(call: Call, rows: list[PriceRow]) -> None:
    prices = PriceBook(rows)
    rater = _rater("hubspot-professional", prices)
    erased = anonymous(call, lambda text: _erase(prices, text), prices, lambda text: text.segments)
    assert isinstance(erased, Call)
    before = rater.call(call, Ends(parse(OWN), parse(call.far)), Habits())
    after = rater.call(erased, Ends(parse(OWN), parse(erased.far)), Habits())
    assert after == before


@given(_texts, st.lists(_rows, max_size=8))
def test_an_erased_text_is_charged_as_before(text: Text, rows: list[PriceRow]) -> None:
    prices = PriceBook(rows)
    rater = _rater("aircall-us-ca", prices)

    def units(each: Text) -> int:
        return rater.terms.version.segments_per_mms if each.media else each.segments

    erased = anonymous(text, lambda far: _erase(prices, far), prices, units)
    assert isinstance(erased, Text)
    before = rater.text(text, Ends(parse(OWN), parse(text.far)))
    assert rater.text(erased, Ends(parse(OWN), parse(erased.far))) == before


@given(st.sampled_from(FARS), st.lists(_rows, max_size=8))
def test_an_erased_number_is_read_back_as_it_was_written(far: str, rows: list[PriceRow]) -> None:
    erased = erased_number(parse(far), PriceBook(rows))
    assert parse(erased.text) == erased
    assert erased_number(erased, PriceBook()) == erased
    assert (erased.kind, erased.region) == parse(far)[1:]


@given(st.sampled_from(FARS), st.lists(_rows, max_size=8))
def test_little_stays_of_a_number(far: str, rows: list[PriceRow]) -> None:
    number = parse(far)
    erased = read_erased(erased_number(number, PriceBook(rows)).text)
    assert erased is not None
    assert len(erased.digits) <= max(0, min(6, len(number.text) - 1 - 6))
    assert tail_of(erased.text) == ""


@pytest.mark.parametrize(("far", "expected"), [
    ("+12125550123", "erased:known:US:+1"), ("anonymous", "erased:withheld::"),
    ("", "erased:unknown::"), ("client:ada", "erased:other::"),
])  # fmt: skip
def test_without_prices_the_country_is_enough(far: str, expected: str) -> None:
    assert erased_number(parse(far), PriceBook()).text == expected


def test_a_price_of_many_digits_is_finer_than_what_stays() -> None:
    row = PriceRow("", "44740012", "minute", Money(Decimal(1), "EUR"), Instant(0))
    assert is_priced_finer("+447400123456", PriceBook([row]))
    assert not is_priced_finer("+447400923456", PriceBook([row]))


@pytest.mark.parametrize("text", ["erased:known:US:+14155550188", "erased:nobody::", "erased:"])
def test_what_only_looks_erased_stays_what_it_is(text: str) -> None:
    assert is_erased(text)
    assert read_erased(text) is None
    assert parse(text).kind is not NumberClass.WITHHELD
