"""Links that name a number to call."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.link import number_of_link


@pytest.mark.parametrize(
    ("link", "number"),
    [
        ("tel:+14155550188", "+14155550188"),
        ("TEL:+1-415-555-0188", "+1-415-555-0188"),
        ("tel:+1(415)555.0188;ext=12", "+1(415)555.0188"),
        ("tel:555-0188;phone-context=+1-415", "+1-415555-0188"),
        ("tel:555-0188;phone-context=example.com", "555-0188"),
        ("tel:%2B1%20415%20555%200188", "+1 415 555 0188"),
        ("tel://+14155550188", "+14155550188"),
        ("callto:+49 30 901820", "+49 30 901820"),
        ("sip:+14155550188@pbx.example.com;user=phone", "+14155550188"),
        ("sips:4155550188:word@pbx.example.com:5061", "4155550188"),
        ("tel:911", "911"),
    ],
)
def test_the_number_of_a_link_is_found_as_it_is_written(link: str, number: str) -> None:
    assert number_of_link(link) == number


@pytest.mark.parametrize(
    "link",
    [
        "",
        "tel:",
        "callto:jana.example",
        "sip:agent@pbx.example.com",
        "sip:192.0.2.10",
        "mailto:someone@example.com",
        "https://example.com/+14155550188",
        "+14155550188",
        "tel:*31#14155550188",
        "tel:" + "1" * 300,
    ],
)
def test_what_names_no_number_gives_none(link: str) -> None:
    assert number_of_link(link) == ""


@given(st.text(max_size=300))
def test_any_text_after_a_scheme_is_survived(text: str) -> None:
    assert len(number_of_link(f"tel:{text}")) <= 256
