"""Programs that open links of phone numbers, as the system names them."""

from typing import NamedTuple

#: What phone numbers are linked with. "sips" is left alone: it promises encryption.
SCHEMES = ("tel", "callto", "sip")


class Opener(NamedTuple):
    """A program that opens links: as the system names it, and as a person knows it."""

    id: str
    name: str
