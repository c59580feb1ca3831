"""The two ends of a call, as softphones and exchanges write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.event import Direction
from app.exchange.ends import display_of, end_of, told_apart

OUT, IN = Direction.OUTBOUND, Direction.INBOUND


@pytest.mark.parametrize(
    ("written", "end"),
    [
        ("sip:+15550100@127.0.0.1:5180", "+15550100"),
        ('"Agent" <sip:agent@127.0.0.1:5190>', "agent@127.0.0.1"),
        ("<sip:agent@127.0.0.1:5190;transport=udp>", "agent@127.0.0.1"),
        ("tel:+1-555-0100;ext=12", "+1-555-0100"),
        ("+15550100-0x5570abcdef", "+15550100"),
        ("sip:192.0.2.10", "192.0.2.10"),
        ("101", "101"),
        ("s", "s"),
        ("", ""),
    ],
)
def test_an_end_is_its_number_or_its_address(written: str, end: str) -> None:
    assert end_of(written) == end


@pytest.mark.parametrize(
    ("origin", "destination", "direction", "own"),
    [
        ("101", "+15550100", OUT, "101"),
        ("agent", "4155550100", OUT, "agent"),
        ("+15550100", "101", IN, "101"),
        ("4155550100", "s", IN, "s"),
        ("101", "102", IN, "102"),
        ("+15550100", "+15550101", IN, "+15550101"),
    ],
)
def test_the_end_inside_the_house_is_the_own(
    origin: str, destination: str, direction: Direction, own: str
) -> None:
    assert told_apart(origin, destination, IN)[:2] == (direction, own)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('"Agent" <sip:agent@example.org>', "Agent"),
        ("Agent Smith <101>", "Agent Smith"),
        ('"101" <101>', ""),
        ("sip:agent@example.org", ""),
    ],
)
def test_a_name_before_an_address_is_found(written: str, name: str) -> None:
    assert display_of(written) == name


@given(st.text())
def test_anything_can_stand_for_an_end(written: str) -> None:
    assert len(end_of(written)) <= 20 * len(written)
    assert isinstance(display_of(written), str)
