"""What somebody typed to find entries: each word as numbers and phrases are searched for it."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from app.domain.addresses import tidy

_MOST_WORDS = 16
_SHORTEST_NATIONAL = 2
_of_a_number = re.compile(r"[0-9()./+\-‐-―−]+").fullmatch
_trunk_zero = re.compile(r"\(0\)").sub


class Sought(NamedTuple):
    """One word that an entry must have: in a phrase, or by one of the patterns in its number.

    ``phrase`` is folded. A pattern is one of SQL's LIKE whose escape character is a backslash.
    """

    phrase: str
    patterns: tuple[str, ...]


def folded(text: str) -> str:
    """Write a text as searches compare it: without case, signs in their composed form."""
    return " ".join(normalize("NFKC", text).casefold().split())


def sought(typed: str) -> tuple[Sought, ...]:
    """Take what was typed apart; of very many words the first sixteen count.

    Words next to each other that are written like parts of a number are one number, however it is
    spelled: "(415) 555-01" is found as 41555501. Each of them may stand in a phrase instead.
    """
    plain = typed.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
    words = folded(plain).split()[:_MOST_WORDS]
    found: list[Sought] = []
    for run in _runs(words):
        patterns = _patterns(run)
        found.extend(Sought(word, patterns) for word in run)
    return tuple(dict.fromkeys(found))


def pattern_of(part: str) -> str:
    """Return the LIKE pattern of a text that has this part, in which every sign stands for itself.

    The escape character is a backslash.
    """
    for sign in "\\%_":
        part = part.replace(sign, f"\\{sign}")
    return f"%{part}%"


def _runs(words: list[str]) -> Iterator[list[str]]:
    """Put words of one number together; a "+" begins a number."""
    run: list[str] = []
    for word in words:
        numeric = _of_a_number(tidy(word)) is not None
        if run and not (numeric and _of_a_number(tidy(run[0])) and "+" not in word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _patterns(run: list[str]) -> tuple[str, ...]:
    joined = tidy("".join(run))
    digits = "".join(filter(str.isdigit, joined))
    if not _of_a_number(joined) or not digits:
        return (pattern_of(run[0]),)
    if joined.lstrip("(").startswith("+"):
        return (f"+{_without_trunk_zero(joined)}%",)
    return (f"%{digits}%", *_from_abroad(joined, digits))


def _from_abroad(joined: str, digits: str) -> Iterator[str]:
    """Yield how a number would be kept that was typed as it is dialled."""
    for prefix in ("00", "011"):
        if digits.startswith(prefix) and digits != prefix:
            yield f"+{_without_trunk_zero(joined).removeprefix(prefix)}%"
    national = digits.removeprefix("0")
    has_nought = digits.startswith("0") and not national.startswith("0")
    if has_nought and len(national) >= _SHORTEST_NATIONAL:
        # The nought of a national number gives way to a country code of one to three digits.
        yield from (f"+{'_' * code}{national}%" for code in (1, 2, 3))


def _without_trunk_zero(joined: str) -> str:
    return "".join(filter(str.isdigit, _trunk_zero("", joined)))
