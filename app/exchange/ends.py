"""The two ends of a call as softphones and exchanges write them, and which of them is the own."""

import re
from functools import lru_cache

from app.domain.addresses import read_address, tidy
from app.domain.event import Direction

_LONGEST = 300
_FEWEST_DIGITS = 7
_scheme = re.compile(r"(?:sips?|tel|callto|client|im|pres):", re.IGNORECASE).match
_port = re.compile(r":\d{1,5}$").sub
# Kamailio hands on the user of a contact, to which some softphones add an address in memory.
_added = re.compile(r"-0x[0-9a-f]{6,}$").sub


@lru_cache(maxsize=16_384)
def end_of(text: str) -> str:
    """Give the number at one end, or who it is: user@host without scheme, port or parameters."""
    written = tidy(text[:_LONGEST])
    address = read_address(written)
    if address.digits:
        return _added("", address.user)
    inner = written.rpartition("<")[2].rstrip(">") if written.endswith(">") else written
    scheme = _scheme(inner)
    named = re.split("[;?]", inner[scheme.end() :] if scheme else inner, maxsplit=1)[0]
    return _added("", _port("", named).strip())


@lru_cache(maxsize=4096)
def display_of(text: str) -> str:
    """Give the name before an address (``"Agent" <sip:agent@example.org>``), "" without one."""
    name, mark, _ = text[:_LONGEST].rpartition("<")
    name = tidy(name).strip('" ') if mark else ""
    return "" if name == end_of(text) else name


@lru_cache(maxsize=16_384)
def is_outside(end: str) -> bool:
    """Whether it is a number of the public network: it begins with +, or has seven digits."""
    address = read_address(end)
    return bool(address.digits) and (address.international or len(address.digits) >= _FEWEST_DIGITS)


def told_apart(origin: str, destination: str, otherwise: Direction) -> tuple[Direction, str, str]:
    """Give the direction, the own and the far end of a call through an exchange.

    Own is the end that is not outside: a short extension or a name. ``otherwise`` is the direction
    where both ends are alike.
    """
    direction = otherwise
    if is_outside(origin) != is_outside(destination):
        outbound = is_outside(destination)
        direction = Direction.OUTBOUND if outbound else Direction.INBOUND
    if direction is Direction.OUTBOUND:
        return direction, origin, destination
    return direction, destination, origin
