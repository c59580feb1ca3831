"""Addresses of calls and texts as records write them."""

import pytest

from app.domain.addresses import read_address, tidy


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("tel:+1-415-555-0188", "14155550188"),
        ("tel:+1(415)555.0188;ext=12", "14155550188"),
        ("tel:555-0188;phone-context=+1-415", "14155550188"),
        ("sip:+15550100@127.0.0.1:5180;transport=udp", "15550100"),
        ("sips:%2B14155550188@host", "14155550188"),
        ('"Front desk" <sip:+14155550188@host;user=phone>', "14155550188"),
        ("whatsapp:+14155550188", "14155550188"),
        ("4155550188@host", "4155550188"),
        ("415 555 0188 ext. 12", "4155550188"),
        ("415 555 0188x12", "4155550188"),
        ("4155550188,,12#", "4155550188"),
        ("(+49) 30/123456", "4930123456"),
    ],
)
def test_the_number_in_an_address_is_found(text: str, digits: str) -> None:
    assert read_address(text).digits == digits


@pytest.mark.parametrize(
    "text", ["client:jana", "sip:agent@127.0.0.1", "sip:192.168.178.20:5060", "BANK24"]
)
def test_an_address_without_a_number_has_no_digits(text: str) -> None:
    assert read_address(text).digits == ""


def test_a_plus_makes_it_international() -> None:
    assert read_address("tel:0188;phone-context=+1415555").international
    assert not read_address("0188").international


def test_invisible_marks_and_foreign_digits_are_tidied() -> None:
    assert tidy(" \u202a＋１\u00a0415\u202c ") == "+1 415"
    assert tidy("٠٤٩") == "049"
