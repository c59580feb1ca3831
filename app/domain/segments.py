"""Segments of a text message: how many are billed, where they part, and what makes it dearer.

Rules: 160 septets alone or 153 in a series (GSM-7), 70 or 67 UTF-16 units (UCS-2). One character
outside GSM-7 turns the whole text to UCS-2. Nothing is normalised: that would change the bill.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain import gsm7
from app.domain.graphemes import graphemes, is_emoji

_GSM7_ALONE, _GSM7_IN_SERIES = 160, 153
_UCS2_ALONE, _UCS2_IN_SERIES = 70, 67


class Encoding(StrEnum):
    """How the text travels."""

    GSM7 = "GSM-7"
    UCS2 = "UCS-2"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a text weighs.

    ``units`` are septets (GSM-7) or UTF-16 units (UCS-2) of the whole text and ``per_segment`` how
    many of them fit one segment of this text. ``characters`` follows the providers' calculators:
    graphemes in UCS-2, septets in GSM-7.
    """

    encoding: Encoding
    segments: int
    units: int
    per_segment: int
    characters: int


@dataclass(frozen=True, slots=True)
class Costly:
    """A character that turns the text to UCS-2, ``at`` its 0-based index in code points.

    ``plain`` is what to write in GSM-7 instead: "" means leave it out (emoji, invisible marks),
    None that nothing stands for it. Several characters may be one (a whole grapheme).
    """

    char: str
    at: int
    plain: str | None


def count(text: str) -> Counted:
    """Count the segments; an empty text is 1 segment, as the providers' calculators answer."""
    septets = gsm7.septets(text)
    return _count_ucs2(text) if septets is None else _count_gsm7(text, septets)


def parts(text: str) -> tuple[str, ...]:
    """Cut the text into its segments, in order; joined they are the text.

    An extension character is never cut from its escape, and a grapheme is never cut unless it
    alone is longer than a segment: then it is cut between code points.
    """
    septets = gsm7.septets(text)
    if septets is None:
        return _parts_ucs2(text, _utf16_units(text))
    return _parts_gsm7(text, septets)


def sizes(pieces: Sequence[str], encoding: Encoding) -> tuple[int, ...]:
    """Return the units of each part of a text that travels in an encoding."""
    if encoding is Encoding.UCS2:
        return tuple(_utf16_units(piece) for piece in pieces)
    return tuple(len(gsm7.escaped(piece)) for piece in pieces)


def costly(text: str) -> tuple[Costly, ...]:
    """Find the characters that turn the text to UCS-2, in order; none in a GSM-7 text."""
    return () if gsm7.holds(text) else tuple(_find_costly(text))


def _count_gsm7(text: str, septets: int) -> Counted:
    if septets <= _GSM7_ALONE:
        return Counted(Encoding.GSM7, 1, septets, _GSM7_ALONE, septets)
    # Only an escape pair at a border can leave a septet empty.
    whole = septets == len(text)
    segments = -(-septets // _GSM7_IN_SERIES) if whole else len(_parts_gsm7(text, septets))
    return Counted(Encoding.GSM7, segments, septets, _GSM7_IN_SERIES, septets)


def _count_ucs2(text: str) -> Counted:
    units = _utf16_units(text)
    whole = graphemes(text)
    if units <= _UCS2_ALONE:
        return Counted(Encoding.UCS2, 1, units, _UCS2_ALONE, len(whole))
    # Only a grapheme of several units can leave units empty at a border.
    even = len(whole) == units
    segments = -(-units // _UCS2_IN_SERIES) if even else len(tuple(_fill(whole)))
    return Counted(Encoding.UCS2, segments, units, _UCS2_IN_SERIES, len(whole))


def _parts_gsm7(text: str, septets: int) -> tuple[str, ...]:
    if septets <= _GSM7_ALONE:
        return (text,)
    return tuple(part.replace(gsm7.ESCAPE, "") for part in _cut_septets(gsm7.escaped(text)))


def _cut_septets(escaped: str) -> Iterator[str]:
    start = 0
    while start < len(escaped):
        end = start + _GSM7_IN_SERIES
        if escaped[end - 1 : end] == gsm7.ESCAPE:
            end -= 1
        yield escaped[start:end]
        start = end


def _parts_ucs2(text: str, units: int) -> tuple[str, ...]:
    return (text,) if units <= _UCS2_ALONE else tuple(_fill(graphemes(text)))


def _fill(whole: Sequence[str]) -> Iterator[str]:
    """Fill segments of a series with as many pieces as fit each."""
    pieces = _uncuttable(whole)
    start = 0
    while start < len(pieces):
        # No more pieces than units can fit, so the end is at this piece or a little before.
        end = min(start + _UCS2_IN_SERIES, len(pieces))
        units = _utf16_units("".join(pieces[start:end]))
        while units > _UCS2_IN_SERIES:
            end -= 1
            units -= _utf16_units(pieces[end])
        yield "".join(pieces[start:end])
        start = end


def _uncuttable(whole: Sequence[str]) -> Sequence[str]:
    if max(map(len, whole)) <= _UCS2_IN_SERIES // 2:
        return whole
    return [
        piece
        for grapheme in whole
        for piece in ((grapheme,) if _utf16_units(grapheme) <= _UCS2_IN_SERIES else grapheme)
    ]


def _utf16_units(text: str) -> int:
    if text.isascii():
        return len(text)
    # A str can hold a lone surrogate (broken exports do); it travels as the one unit it is.
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _find_costly(text: str) -> Iterator[Costly]:
    position = 0
    # Each kind is looked up once: a long text in another script is costly throughout.
    plains: dict[str, str | None] = {}
    cheap: set[str] = set()
    for grapheme in graphemes(text):
        if grapheme not in cheap:
            if grapheme in plains:
                yield Costly(grapheme, position, plains[grapheme])
            elif gsm7.holds(grapheme):
                cheap.add(grapheme)
            else:
                plains[grapheme] = _plain(grapheme)
                yield Costly(grapheme, position, plains[grapheme])
        position += len(grapheme)


def _plain(grapheme: str) -> str | None:
    plain = gsm7.plain(grapheme)
    return "" if plain is None and is_emoji(grapheme) else plain
