"""One contact's number and name struck out of what people wrote, however they are spelled there."""

import re
from collections.abc import Callable, Iterable, Iterator

from app.domain.erasing import country_code

#: Stands where something was struck out; also good in the name of a file.
STRUCK = "…"
_SHORTEST = 6
_between = r"[\s()./\-_‐-―−]{0,3}"
_digits_of = re.compile(r"\+([1-9][0-9]{5,14})").fullmatch
_SHORTEST_NAME, _SHORTEST_WORD = 3, 5

Strike = Callable[[str], str]


def striking(numbers: Iterable[str], names: Iterable[str]) -> Strike:
    """Make what strikes numbers (E.164, or as the ledger keeps them) and names out of a text.

    A number goes with and without its country code and with up to three signs between two digits. A
    name goes as a whole, whatever its case; one of fewer than three characters is left.
    """
    patterns = sorted(
        {*_of_numbers(numbers), *_of_names(names)}, key=lambda part: (-len(part), part)
    )
    if not patterns:
        return str
    found = re.compile("|".join(patterns), re.IGNORECASE)
    return lambda text: found.sub(STRUCK, text) if text else text


def _of_numbers(numbers: Iterable[str]) -> Iterator[str]:
    for number in numbers:
        known = _digits_of(number)
        if known:
            yield _spelled(known[1])
        elif len(number) >= _SHORTEST_WORD:
            yield re.escape(number)


def _of_names(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if len(name) >= _SHORTEST_NAME:
            words = r"\s+".join(map(re.escape, name.split()))
            yield rf"(?<!\w){words}(?!\w)"


def _spelled(digits: str) -> str:
    code = country_code(digits)
    national = digits[len(code) :]
    if len(national) < _SHORTEST:
        code, national = "", digits
    before = (
        rf"(?:(?:(?:\+|00|011){_between})?{_between.join(code)}{_between}(?:\(?0\)?{_between})?)?"
    )
    return rf"{before if code else ''}\(?{_between.join(national)}"
