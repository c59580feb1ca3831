"""The link of an invitation, taken apart: https://host[:port][/prefix]/join#code."""

import re
from typing import NamedTuple

from app.domain.problem import UsageProblem, mark
from app.domain.server_address import check_address

_BEHIND = "/join"
_is_code = re.compile(r"[A-Za-z0-9_-]{20,100}").fullmatch
_ODD = mark(
    "This is not the link of an invitation. Copy the whole link; it looks like "
    "https://plans.example.com/join#..."
)


class JoinLink(NamedTuple):
    """Where to sign in, and the secret that is good for it once."""

    server: str
    code: str


def read_link(text: str) -> JoinLink:
    """Read a link as somebody pasted it; UsageProblem, which never tells the secret."""
    address, _, code = "".join(text.split()).strip("<>").partition("#")
    if not address.rstrip("/").endswith(_BEHIND) or not _is_code(code):
        raise UsageProblem(_ODD)
    return JoinLink(check_address(address.rstrip("/").removesuffix(_BEHIND)), code)


def whole_link(text: str, server: str) -> str:
    """Return what somebody pasted as a whole link: a code by itself belongs to ``server``."""
    bare = text.strip()
    return f"{server}{_BEHIND}#{bare}" if server and _is_code(bare) else text
