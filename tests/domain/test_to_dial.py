"""What a person wants to call: the link stays as it came, the number is what would be dialled."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.to_dial import ToDial, to_dial

DIGITS = st.text("0123456789", min_size=1, max_size=12)
SEPARATED = st.lists(st.sampled_from([*"0123456789", *"-.()"]), min_size=1, max_size=20)
PARAMETER = st.sampled_from([";ext=12", ";phone-context=+1-914", ";phone-context=example.com",
                             ";isub=1411", ";tsp=a.b", ""])  # fmt: skip


@pytest.mark.parametrize(
    ("link", "number"),
    [
        ("tel:+1-415-555-0188;ext=12", "+14155550188"),
        ("TEL:+1(415)555.0188", "+14155550188"),
        ("callto:+493090182000", "+493090182000"),
        ("sip:+14155550188@pbx.example.com;user=phone", "+14155550188"),
        ("sip:jana@pbx.example.com;transport=tls", "jana@pbx.example.com"),
        ("sips:jana@pbx.example.com?subject=hello", "jana@pbx.example.com"),
        ("tel:*31%234155550188", "*31#4155550188"),
        ("tel:+14155550188,,4711%23", "+14155550188"),
        ("tel:7042;phone-context=example.com", "7042"),
        ("tel:555-0188;phone-context=+1-415", "+14155550188"),
        ("callto:jana.example", "jana.example"),
        ("tel://+14155550188", "+14155550188"),
        ("sip:192.0.2.10", "192.0.2.10"),
    ],
)
def test_a_link_is_handed_over_letter_by_letter(link: str, number: str) -> None:
    wanted = to_dial(link)
    assert wanted is not None
    assert (wanted.link, wanted.number) == (link, number)


@pytest.mark.parametrize(
    ("typed", "link", "number"),
    [
        ("(415) 555-0188", "tel:+14155550188", "+14155550188"),
        ("+49 30 90182000", "tel:+493090182000", "+493090182000"),
        ("+1 415 555 0188 ext. 12", "tel:+14155550188;ext=12", "+14155550188"),
        ("+49 30 90182000 Durchwahl 7", "tel:+493090182000;ext=7", "+493090182000"),
        ("+1 415 555 0188,,4711#", "tel:+14155550188,,4711%23", "+14155550188"),
        ("112", "tel:112", "112"),
        ("*31#4155550188", "tel:*31%234155550188", "*31#4155550188"),
    ],
)
def test_a_typed_number_becomes_a_link(typed: str, link: str, number: str) -> None:
    wanted = to_dial(typed)
    assert wanted is not None
    assert (wanted.link, wanted.number) == (link, number)


@pytest.mark.parametrize(
    "nothing",
    ["", "  ", "tel:", "tel:-", "sip:", "jana@example.com", "hello", "tel:1\n2", "tel:1\x002",
     "tel:" + "1" * 300, "https://example.com/+14155550188", "tel:;ext=5"],
)  # fmt: skip
def test_what_no_phone_can_be_told_is_nothing(nothing: str) -> None:
    assert to_dial(nothing) is None


@pytest.mark.parametrize("short", ["112", "911", "tel:110", "tel:9-1-1", "TEL:112", "sip:112"])
def test_an_emergency_number_is_known_by_its_shortness(short: str) -> None:
    wanted = to_dial(short)
    assert wanted is not None
    assert wanted.short


@pytest.mark.parametrize("other", ["tel:+14155550188", "tel:+112", "4155550188", "tel:*112#"])
def test_a_whole_number_is_not_short(other: str) -> None:
    wanted = to_dial(other)
    assert wanted is not None
    assert not wanted.short


def test_what_no_link_may_hold_cannot_end_a_word_of_a_program() -> None:
    wanted = to_dial('tel:+14155550188" --evil <x>')
    assert wanted is not None
    assert wanted.link == "tel:+14155550188%22%20--evil%20%3Cx%3E"


@given(SEPARATED.map("".join), PARAMETER)
def test_every_global_number_of_rfc_3966_is_read_and_kept(number: str, parameter: str) -> None:
    link = f"tel:+{number}{parameter}"
    wanted = to_dial(link)
    digits = re.sub(r"[-.()]", "", number)
    if not digits:
        return
    assert wanted is not None
    assert wanted.link == link
    assert set(wanted.number) <= set("+0123456789")
    assert not wanted.short


@given(DIGITS, PARAMETER)
def test_every_local_number_of_rfc_3966_is_read_and_kept(number: str, parameter: str) -> None:
    wanted = to_dial(f"tel:{number}{parameter}")
    assert wanted is not None
    assert wanted.link == f"tel:{number}{parameter}"
    assert wanted.number.lstrip("+").isdecimal()


@given(st.sampled_from(["", "tel:", "callto:", "sip:", "sips:", "TEL:"]), st.text(max_size=280))
def test_nothing_that_is_handed_over_can_be_an_option_or_two_words(scheme: str, text: str) -> None:
    wanted = to_dial(scheme + text)
    assert wanted is None or _is_one_plain_word(wanted)


def _is_one_plain_word(wanted: ToDial) -> bool:
    link = wanted.link
    safe = not wanted.number.startswith("-") and link.partition(":")[0].isalpha()
    return safe and not any(char.isspace() or char in '"<>\\^`{|}' for char in link)
