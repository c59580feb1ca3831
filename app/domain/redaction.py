"""What a log or a report must not tell, struck out: numbers, names, addresses, tokens."""

import re
from collections.abc import Iterable

STRUCK = "***"
#: A name this short is struck only where it stands by itself: "Al" must not spoil "already".
_SHORT = 3
_secret = re.compile(
    r"(?i:\b(?:bearer|basic|token|password|secret|key)\b[\s:=\"']+)[^\s\"',)]+"  # said to be secret
    r"|\b(?:SK|AC)[0-9a-f]{32}\b"  # accounts and keys of Twilio
    r"|\b[A-Za-z0-9_-]{32,}\b"  # long words are tokens more often than anything else
    r"|[^\s@\"'<>]+@[^\s@\"'<>]+\.[A-Za-z]{2,}"
).sub
#: Five digits or more, with up to three signs between two of them, as people write numbers.
_number = re.compile(r"[+(]?\d(?:(?:[^\w\n*]|_){0,3}\d){4,}").sub
_parameters = re.compile(r"\[parameters: .*").sub
_LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} ")


def strike(text: str, names: Iterable[str] = ()) -> str:
    """Strike out numbers of five digits and more, known names, addresses, tokens, query values.

    Names go wherever they stand, whatever their case; it is better to lose a word too many.
    """
    text = _secret(STRUCK, _parameters(f"[parameters: {STRUCK}", text))
    return _number(STRUCK, _without(text, names))


def strike_lines(text: str, names: Iterable[str] = ()) -> str:
    """Strike lines of a log and leave the time that each begins with."""
    known = tuple(names)
    return "\n".join(_line(line, known) for line in text.split("\n"))


def _line(line: str, names: tuple[str, ...]) -> str:
    time = _LINE.match(line)
    began = time.end() if time else 0
    return line[:began] + strike(line[began:], names)


def _without(text: str, names: Iterable[str]) -> str:
    folded = text.casefold()
    found = {name for name in _with_parts(names) if name.casefold() in folded}
    for name in sorted(found, key=len, reverse=True):
        pattern = re.escape(name)
        if len(name) < _SHORT:
            pattern = rf"(?<!\w){pattern}(?!\w)"
        text = re.sub(pattern, STRUCK, text, flags=re.IGNORECASE)
    return text


def _with_parts(names: Iterable[str]) -> Iterable[str]:
    """Give each name and the words of it that are long enough to be known by."""
    for name in names:
        if name.strip():
            yield name.strip()
        yield from (part for part in name.split() if len(part) >= _SHORT)
