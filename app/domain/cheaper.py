"""A text written cheaper: its costly characters by kind, and the text without them.

Nothing is offered that would make a text dearer: "…" is one unit in UCS-2 and three in GSM-7.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.segments import Costly, Counted, count

#: So many kinds are weighed by themselves; a text in another script has hundreds.
_MOST_KINDS = 6


@dataclass(frozen=True, slots=True)
class CostlyKind:
    """A costly character, how often it stands in the text, and what to write instead.

    ``plain`` as in :class:`app.domain.segments.Costly`; ``helps``: writing that instead makes the
    text no dearer.
    """

    char: str
    times: int
    plain: str | None
    helps: bool


@dataclass(frozen=True, slots=True)
class Cheaper:
    """The first kinds of costly characters, how many kinds there are, and a cheaper text.

    ``text`` and ``counted`` ``None`` where nothing cheaper can be written.
    """

    kinds: tuple[CostlyKind, ...] = ()
    all_kinds: int = 0
    text: str | None = None
    counted: Counted | None = None


def cheaper(text: str, found: Sequence[Costly], counted: Counted) -> Cheaper:
    """Look for what could be written instead of the costly characters of a text."""
    if not found:
        return Cheaper()
    times = Counter(each.char for each in found)
    plains = {each.char: each.plain for each in found}
    kinds = tuple(
        CostlyKind(
            char, n, plains[char],
            helps=_helps(text, [each for each in found if each.char == char], counted),
        )
        for char, n in times.most_common(_MOST_KINDS)
    )  # fmt: skip
    plain = written_plain(text, found)
    after = count(plain)
    saves = after.segments < counted.segments
    if not saves and (after.segments > counted.segments or after.encoding is counted.encoding):
        return Cheaper(kinds, len(times))
    return Cheaper(kinds, len(times), plain, after)


def written_plain(text: str, found: Sequence[Costly], char: str = "") -> str:
    """Replace costly characters by what stands for them, all or those of one kind."""
    pieces, position = [], 0
    for each in found:
        if each.plain is not None and char in {"", each.char}:
            pieces += [text[position : each.at], each.plain]
            position = each.at + len(each.char)
    return "".join((*pieces, text[position:]))


def _helps(text: str, same: Sequence[Costly], counted: Counted) -> bool:
    if same[0].plain is None:
        return False
    return count(written_plain(text, same)).segments <= counted.segments
