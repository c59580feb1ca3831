"""A number as a person types or pastes it to be called: read, or refused in one sentence."""

from app.domain.link import number_of_link
from app.domain.numbers import Number, NumberClass, parse
from app.domain.problem import UsageProblem, mark

_LONGEST = 64
_LONGEST_SHORT, _MOST_DIGITS = 6, 15
_EMPTY = mark("Type a phone number, such as +14155550188.")
_TOO_LONG = mark("That is too long for a phone number. Write it like +14155550188.")
_MAIL = mark("That is an e-mail address. Type a phone number, such as +14155550188.")
_SIP = mark("That address names a person. Type a phone number, such as +14155550188.")
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
        raise UsageProblem(_why(text), number=text[:40])
    return number


def _why(text: str) -> str:
    digits = sum(map(str.isdigit, text))
    if not text:
        return _EMPTY
    if len(text) > _LONGEST or digits > _MOST_DIGITS:
        return _TOO_LONG
    if "@" in text:
        return _SIP if text.lower().startswith(("sip:", "sips:")) else _MAIL
    if any(map(str.isalpha, text)):
        return _LETTERS if digits else _NO_NUMBER
    short = 0 < digits <= _LONGEST_SHORT and "+" not in text
    return _SHORT if short else _NO_NUMBER
