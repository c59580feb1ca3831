"""Prices toward regions."""

from typing import Any

import pytest

from app.domain.instant import DAY, Instant
from app.domain.price import PriceBook, PriceRow
from tests.support.providers.place import Told
from tests.support.providers.twilio import Opens, Twilio
from tests.support.providers.twilio_company import KEY, NOON, SID, Hands, customer
from tests.support.providers.twilio_prices import MESSAGING, VOICE, minutes, segments
from tests.support.twilio_desk import desk

MIDNIGHT = Instant(NOON // DAY * DAY)


def rows(*regions: str, voice: Any = None, messaging: Any = None) -> tuple[PriceRow, ...]:
    """Ask for prices toward regions."""
    twilio = priced(voice, messaging)
    with desk(twilio) as here:
        return here.reader.prices(regions, NOON)


def priced(voice: Any = None, messaging: Any = None) -> Twilio:
    """Serve prices, those that are usual for tests where none are given."""
    twilio = customer(Hands())
    twilio.voice = VOICE if voice is None else voice
    twilio.messaging = MESSAGING if messaging is None else messaging
    return twilio


def minute(origin: str, far: str) -> str | None:
    """Return what a minute costs now."""
    row = PriceBook(rows("US", "DE")).rate("minute", origin, far, NOON)
    return row.rate.exact() if row else None


def test_a_minute_costs_what_its_longest_prefix_says() -> None:
    assert minute("+14155550100", "+14155550123") == "0.014"
    assert minute("+14155550100", "+19075550123") == "0.09"


def test_a_minute_costs_what_its_origin_says() -> None:
    assert minute("+14155550100", "+4915550123456") == "0.03"
    assert minute("+4930550100", "+4915550123456") == "0.10"
    assert minute("+14155550100", "+33155550123") is None


def test_prices_are_dated_by_the_day_they_were_asked_for() -> None:
    found = rows("US")
    assert {row.valid_from for row in found} == {MIDNIGHT}
    assert {row.rate.currency for row in found} == {"USD"}


def test_a_segment_costs_what_all_carriers_agree_on() -> None:
    book = PriceBook(rows("US"))
    row = book.rate("sms", "+14155550100", "+12125550123", NOON)
    assert row is not None
    assert row.rate.exact(4) == "0.0083"


def test_no_price_of_a_segment_is_made_up_for_another_region_of_the_code() -> None:
    book = PriceBook(rows("US"))
    assert book.rate("sms", "+14155550100", "+14165550123", NOON) is None
    assert book.rate("sms", "+14155550100", "+12425550123", NOON) is None


def test_no_price_of_a_segment_is_made_up_where_carriers_differ() -> None:
    assert {row.unit for row in rows("DE")} == {"minute"}


@pytest.mark.parametrize(
    "carriers",
    [
        [{"local": "0.01", "mobile": "0.02"}],
        [{"local": "0.01"}, {"mobile": "0.01"}],
        [{"local": "0.01", "toll free": "0.01"}, {"local": "0.01", "toll free": "0.02"}],
        [{"shortcode": "0.01"}],
        [{"local": "free"}],
        [],
    ],
)
def test_no_price_of_a_segment_is_made_up(carriers: list[dict[str, str]]) -> None:
    assert not rows("DE", voice={}, messaging={"DE": segments(*carriers)})


def test_toll_free_numbers_pay_a_price_of_their_own() -> None:
    told = segments({"local": "0.01", "toll free": "0.02", "shortcode": "0.03"})
    book = PriceBook(rows("DE", voice={}, messaging={"DE": told}))
    paid = [
        book.rate("sms", origin, "+4930550123", NOON) for origin in ("+14155550100", "+18885550100")
    ]
    assert [row.rate.exact() for row in paid if row] == ["0.01", "0.02"]


@pytest.mark.parametrize(
    "told",
    [
        {}, [], None, {"outbound_prefix_prices": 7}, {"outbound_prefix_prices": [None]},
        minutes(("ALL", "everywhere", "0.1")), minutes(("ALL", "49", "-")),
        minutes(("", "49", "0.1")), {**minutes(("ALL", "49", "0.1")), "price_unit": None},
    ],
)  # fmt: skip
def test_what_is_not_understood_is_no_price(told: Any) -> None:
    twilio = priced({}, {})
    with desk(twilio) as here:
        here.place.spoil = lambda *_: Told(body=told)
        assert here.reader.prices(["DE"], NOON) == ()


def test_a_region_without_prices_or_a_key_without_the_right_has_none() -> None:
    assert rows("FR", "x/y", "de") == ()
    twilio = priced()
    twilio.keys[SID] = Opens(KEY.word, SID, frozenset({"calls"}))
    with desk(twilio) as here:
        assert here.reader.prices(["US"], NOON) == ()


def test_prices_are_whole_decimals() -> None:
    (row,) = rows("DE", voice={"DE": minutes(("ALL", "49", "0.0100"))}, messaging={})
    assert (str(row.rate.amount), row.origin, row.destination) == ("0.0100", "", "49")
