"""Phrases: sentences with some strong words, carried as plain text with two invisible marks.

A state marks a figure before it goes into a sentence, so that a translation may put it anywhere.
"""

from collections.abc import Iterator

_OPEN, _CLOSE = "\x02", "\x03"
#: A space at which a line may break although those around it are kept.
_LOOSE = "\x04"
_KEPT = "\N{NO-BREAK SPACE}"
_GAP, _DOT = 3 * _KEPT + " ", f"{_KEPT}·"


def strong(text: str) -> str:
    """Mark a piece of a sentence as strong."""
    return f"{_OPEN}{text}{_CLOSE}"


def stress(sentence: str, piece: str) -> str:
    """Mark the first occurrence of a piece, such as a figure in a finished sentence."""
    return sentence.replace(piece, strong(piece), 1) if piece else sentence


def loose(phrase: str) -> str:
    """Let a line break behind the strong pieces of a phrase too, because it is a long one."""
    return phrase.replace(f"{_CLOSE} ", _CLOSE + _LOOSE)


def plain(phrase: str) -> str:
    """The phrase without its marks, as it is read aloud."""
    return phrase.replace(_OPEN, "").replace(_CLOSE, "").replace(_LOOSE, " ")


def side_by_side(*phrases: str) -> str:
    """Phrases with a gap between them: such a line may break there, and after a dot."""
    kept = (phrase.replace(" ", _KEPT).replace(_DOT + _KEPT, f"{_DOT} ") for phrase in phrases)
    return _GAP.join(filter(None, kept)).replace(_LOOSE, " ")


def runs(phrase: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a phrase in order, each with whether it is strong."""
    for piece in phrase.replace(_LOOSE, " ").split(_OPEN):
        bold, closed, rest = piece.partition(_CLOSE)
        if closed:
            yield bold, True
            yield rest, False
        else:
            yield piece, False
