"""What the page "Text check" shows of a text: segments, what makes it dearer, what is left then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.actions.count_segments import SegmentCount
from app.domain.cheaper import Cheaper, CostlyKind
from app.domain.next_text import NextText, TextAfter, foretell
from app.domain.receipt import Outcome
from app.domain.segments import Costly, sizes
from app.wording.text_check import (
    after_words,
    costly_sentence,
    kind_words,
    parts_words,
    room_words,
    segments_label,
    units_words,
)
from app.wording.units import joined
from app.wording.words import Words
from ui.theme.tone import Tone

#: So many characters are marked in the text; more would slow the typing and tell no more.
_MOST_MARKS = 400
_MOST_PARTS = 9


@dataclass(frozen=True, slots=True)
class TextWords:
    """The words of the page that do not depend on a text."""

    title: str
    field: str
    hint: str
    to: str
    to_hint: str
    media: str
    empty: str
    copy: str
    choose: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A text counted, with what is cheaper; kept only while it is shown."""

    text: str
    count: SegmentCount
    cheaper: Cheaper


@dataclass(frozen=True, slots=True)
class KindLine:
    """A costly character: what is said of it, and the button's words, "" for none."""

    char: str
    text: str
    replace: str
    spoken: str


@dataclass(frozen=True, slots=True)
class TextState:
    """A text's figures; ``marks`` are places and lengths in UTF-16 units, as Qt counts.

    ``planned``: a plan for texts is chosen, or it is not known yet whether one is.
    """

    figure: str
    label: str
    units: str
    room: str
    parts: str
    sentence: str
    lines: tuple[KindLine, ...]
    replace_all: str
    after: str
    after_mark: str
    after_tone: Tone
    marks: tuple[tuple[int, int], ...]
    spoken: str
    planned: bool = True


def text_words(words: Words) -> TextWords:
    """Make the words of the page."""
    return TextWords(
        title=words.say("Text check"),
        field=words.say("Text to check"),
        hint=words.say("Type or paste a text"),
        to=words.say("To, if you like"),
        to_hint=words.say("Number of the recipient"),
        media=words.say("Attachments"),
        empty=words.say(
            "Type or paste a text to see how many segments it is, which characters make it "
            "dearer, and what is left after it. Nothing is sent or kept."
        ),
        copy=words.say("Copy text"),
        choose=words.say("Choose a plan…"),
    )


def text_state(words: Words, checked: Checked, next_text: NextText | None, media: int) -> TextState:
    """Make the figures of a text; ``next_text`` ``None`` while the plan was not read yet."""
    counted, cheaper = checked.count.counted, checked.cheaper
    label, units = segments_label(words, counted), units_words(words, counted)
    sentence = costly_sentence(words, counted, cheaper)
    after = foretell(next_text, counted.segments, media) if next_text else None
    told = after_words(words, next_text, after) if next_text else ""
    mark, tone = _after_mark(after)
    figure = words.number(counted.segments)
    parts = sizes(checked.count.parts[:_MOST_PARTS], counted.encoding)
    return TextState(
        figure=figure,
        label=label,
        units=units,
        room=room_words(words, counted),
        parts=parts_words(words, parts),
        sentence=sentence,
        lines=tuple(_line(words, kind) for kind in cheaper.kinds),
        replace_all=_replace_all(words, cheaper),
        after=told,
        after_mark=mark,
        after_tone=tone,
        marks=tuple(_marks(checked.text, checked.count.costly[:_MOST_MARKS])),
        spoken=joined(f"{figure} {label}", units, sentence, told),
        planned=next_text is None or after is not None or bool(next_text.plan_title),
    )


def _line(words: Words, kind: CostlyKind) -> KindLine:
    told = kind_words(words, kind)
    if not kind.helps:
        return KindLine(kind.char, told, "", told)
    replace = words.say("Replace") if kind.plain else words.say("Leave out")
    return KindLine(kind.char, told, replace, f"{replace}: {told}")


def _replace_all(words: Words, cheaper: Cheaper) -> str:
    if cheaper.counted is None:
        return ""
    kinds = sum(kind.plain is not None for kind in cheaper.kinds)
    if kinds == 1 or cheaper.all_kinds == 1:
        return words.say("Replace")
    if cheaper.all_kinds == kinds == len("ab"):
        return words.say("Replace both")
    return words.say("Replace all")


def _after_mark(after: TextAfter | None) -> tuple[str, Tone]:
    if after is None:
        return "", Tone.QUIET
    if after.outcome in {Outcome.BILLED, Outcome.OUTSIDE}:
        return "billed", Tone.BILLED
    if after.outcome is Outcome.OVER:
        return "stop", Tone.STOP
    return ("pool", Tone.PLAIN) if after.left is not None else ("", Tone.QUIET)


def _marks(text: str, found: Sequence[Costly]) -> Iterator[tuple[int, int]]:
    """Turn places in code points to those in UTF-16 units."""
    seen = place = 0
    for each in found:
        place += _units(text[seen : each.at])
        length = _units(each.char)
        yield place, length
        seen, place = each.at + len(each.char), place + length


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
