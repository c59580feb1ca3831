"""Graphemes: what a reader takes for one character, however many code points it is made of."""

import re
from collections.abc import Callable, Sequence
from functools import cache

# Scripts and signs that never join each other: Latin, Greek, Cyrillic, punctuation, currency,
# arrows, kana, Han and emoji without skin tones and flags. What could join them (marks, joiners,
# selectors) is left out, so a text of only these has one grapheme a code point.
_ALONE = (
    "\0-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u20cf"
    "\u2100-\u2bff\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff"
    "\U0001f300-\U0001f3fa\U0001f400-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001f9ff"
)
_never_joins = re.compile(f"[{_ALONE}]*").fullmatch
# A stretch where something may join: all the rest, and the one neighbour on either side.
_stretches = re.compile(f"[{_ALONE}]?[^{_ALONE}](?:[{_ALONE}]?[^{_ALONE}])*[{_ALONE}]?").finditer
# CR and LF are two characters in a text message, as in the calculators of the providers. Two
# surrogates that stand alone in a str become a pair on the wire and are kept as one.
_IN_STRETCH = r"[\r\n]|[\ud800-\udbff][\udc00-\udfff]|\X"


def graphemes(text: str) -> Sequence[str]:
    """Cut the text into graphemes (Unicode annex 29, extended); joined they are the text."""
    return text if _never_joins(text) else _with_tables(text)


def is_emoji(grapheme: str) -> bool:
    """Whether the grapheme is a picture or a flag."""
    import regex  # late for the reason below

    return regex.match(r"\p{Extended_Pictographic}|\p{Regional_Indicator}", grapheme) is not None


def _with_tables(text: str) -> list[str]:
    cut = _cutter()
    found: list[str] = []
    position = 0
    for stretch in _stretches(text):
        found.extend(text[position : stretch.start()])
        found.extend(cut(stretch.group()))
        position = stretch.end()
    found.extend(text[position:])
    return found


@cache
def _cutter() -> Callable[[str], list[str]]:
    # Imported here because few texts need its tables and they cost a start 25 ms.
    import regex

    return regex.compile(_IN_STRETCH).findall
