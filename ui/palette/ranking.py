"""How well what was typed fits a line: its beginning, beginnings of words, initials, any part."""

from functools import lru_cache
from typing import Protocol, TypeVar
from unicodedata import combining, normalize


class Findable(Protocol):
    """What is found by its title, and less well by other words."""

    @property
    def title(self) -> str:
        """What a person reads."""

    @property
    def also(self) -> tuple[str, ...]:
        """Other words for the same."""


Line = TypeVar("Line", bound=Findable)
_OTHER_WORDS = 10


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Write a text as it is compared: without case, accents, and signs between words."""
    folded = normalize("NFKD", text.casefold())
    kept = (" " if not sign.isalnum() and not combining(sign) else sign for sign in folded)
    return " ".join("".join(sign for sign in kept if not combining(sign)).split())


def fit(typed: str, line: Findable) -> int | None:
    """Tell how well a line fits, the best 0; ``None`` where it does not."""
    sought = bare(typed)
    fits = [_fit(sought, bare(line.title))]
    fits += [
        _OTHER_WORDS + found
        for words in line.also
        if (found := _fit(sought, bare(words))) is not None
    ]
    return min((each for each in fits if each is not None), default=None)


def ranked(typed: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines that fit, the best first; those that fit alike in the order they came."""
    if not bare(typed):
        return lines if not typed.strip() else ()
    fitting = [(found, line) for line in lines if (found := fit(typed, line)) is not None]
    return tuple(line for _, line in sorted(fitting, key=lambda each: each[0]))


def _fit(sought: str, text: str) -> int | None:
    if text == sought:
        return 0
    if text.startswith(sought):
        return 1
    words = text.split()
    if all(any(word.startswith(part) for word in words) for part in sought.split()):
        return 2
    initials = "".join(word[0] for word in words)
    if len(sought) > 1 and initials.startswith(sought.replace(" ", "")):
        return 3
    return 4 if all(part in text for part in sought.split()) else None
