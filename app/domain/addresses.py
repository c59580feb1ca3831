"""Addresses of calls and texts as records write them, and the part that may hold a number."""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

_scheme = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d{1,5}$)", re.IGNORECASE).match
_context = re.compile(r";phone-context=(\+[0-9.()-]+)", re.IGNORECASE).search
_extension = re.compile(
    r"(?:\s*(?:[,#]+|x|ext(?:ension|n)?[.:]?|durchwahl:?)\s*[0-9]{1,7}#?)+$", re.IGNORECASE
).sub
_number = re.compile(r"[(\s]*\+?[0-9\s()./\-‐-―−]*").fullmatch
# A host where the user should be, as in "sip:192.0.2.10".
_host = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}").fullmatch


class Address(NamedTuple):
    """``user`` is the part that names somebody; ``digits`` are its digits when it is a number.

    ``international``: the digits start with a country calling code. ``schemed``: a "sip:" or the
    like stood before it.
    """

    user: str
    digits: str
    international: bool
    schemed: bool


def tidy(text: str) -> str:
    """Drop invisible marks and outer spaces; write every digit and sign in its plain form."""
    return "".join(map(_tidy_character, unicodedata.normalize("NFKC", text))).strip()


def read_address(text: str) -> Address:
    """Take a tidy text apart: "tel:" (RFC 3966), "sip:", "client:", name <address>, or bare."""
    inner = text.rpartition("<")[2].rstrip(">") if text.endswith(">") else text
    scheme = _scheme(inner)
    rest = inner[scheme.end() :] if scheme else inner
    user = _extension("", unquote(re.split("[@;?]", rest, maxsplit=1)[0])).strip()
    context = _context(rest)
    if context and not user.startswith("+"):
        user = context[1] + user
    digits = "".join(filter(str.isdigit, user)) if _number(user) and not _host(user) else ""
    return Address(user, digits, "+" in user, scheme is not None)


def _tidy_character(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in {"Cf", "Cc"} else character
