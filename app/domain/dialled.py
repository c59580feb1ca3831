"""A number as a person types or pastes it to be called: read, or refused in one sentence."""

from urllib.parse import unquote

from app.domain.link import number_of_link
from app.domain.numbers import Number, NumberClass, parse
from app.domain.problem import UsageProblem, mark

_LONGEST = 64
_LONGEST_SHORT, _MOST_DIGITS = 6, 15
_EMPTY = mark("Type a phone number, such as +14155550188.")
_TOO_LONG = mark("That is too long for a phone number. Write it like +14155550188.")
_MAIL = mark("That is an e-mail address. Type a phone number, such as +14155550188.")
_SIP = mark("That address names a person. What a call to it costs or uses is not known here.")
_CODE = mark(
    "{number} holds a code for the phone. What a call to it costs or uses is not known here."
)
_SHORT = mark(
    "{number} is a short or emergency number. What a call to it costs or uses is not known here."
)
_LETTERS = mark("{number} is written with letters. Type the digits, such as +14155550188.")
_NO_NUMBER = mark("{number} is not a phone number. Write it like +14155550188.")


def dialled(written: str) -> Number:
    """Read a number in any spelling, or a link to call one; UsageProblem when it is none."""
    text = number_of_link(written.strip()) or written.strip()
    number = parse(text)
    if number.kind is not NumberClass.KNOWN:
        named = _without_scheme(text)
        raise UsageProblem(_why(text, named), number=named[:40])
    return number


def _without_scheme(text: str) -> str:
    scheme, colon, rest = text.partition(":")
    return unquote(rest) if colon and scheme.lower() in {"tel", "callto"} else text


def _why(text: str, named: str) -> str:
    digits = sum(map(str.isdigit, named))
    if not text:
        return _EMPTY
    if len(text) > _LONGEST or digits > _MOST_DIGITS:
        return _TOO_LONG
    if "@" in text:
        return _SIP if text.lower().startswith(("sip:", "sips:")) else _MAIL
    return _why_no_number(named, digits)


def _why_no_number(named: str, digits: int) -> str:
    if any(map(str.isalpha, named)):
        return _LETTERS if digits else _NO_NUMBER
    if digits and set("*#") & set(named):
        return _CODE
    short = 0 < digits <= _LONGEST_SHORT and "+" not in named
    return _SHORT if short else _NO_NUMBER
