"""What the text check says: segments, the characters that make it dearer, and what is left then."""

import unicodedata
from collections.abc import Sequence

from app.domain.cheaper import Cheaper, CostlyKind
from app.domain.next_text import NextText, TextAfter
from app.domain.plan import MeterKind, Scope
from app.domain.receipt import Outcome
from app.domain.segments import Counted, Encoding
from app.wording.units import joined, price
from app.wording.words import Words

#: Categories of characters that nobody sees on the screen.
_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Cn", "Co", "Zs", "Zl", "Zp", "Mn", "Me"})
_MOST_PARTS = 8
#: A letter of a script from the right would turn the sentence it stands in.
_FROM_RIGHT = frozenset({"R", "AL", "AN"})
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def shown_char(char: str) -> str:
    """Write a costly character so that it is seen: itself, or its code such as U+200B."""
    if all(unicodedata.category(each) in _UNSEEN for each in char):
        return " ".join(f"U+{ord(each):04X}" for each in char)
    backwards = any(unicodedata.bidirectional(each) in _FROM_RIGHT for each in char)
    return f"{_ISOLATE}{char}{_END}" if backwards else char


def segments_label(words: Words, counted: Counted) -> str:
    """Write what stands beside the number of segments: "segments, UCS-2"."""
    name = counted.encoding.value
    return words.say_many("segment, {name}", "segments, {name}", counted.segments, name=name)


def units_words(words: Words, counted: Counted) -> str:
    """Write "96 of 134 units"."""
    whole = counted.segments * counted.per_segment
    return words.say("{n} of {whole} units", n=counted.units, whole=whole)


def room_words(words: Words, counted: Counted) -> str:
    """Write "38 to the next segment"."""
    left = max(0, counted.segments * counted.per_segment - counted.units)
    return words.say("{n} to the next segment", n=left)


def parts_words(words: Words, sizes: Sequence[int]) -> str:
    """Write "Parts: 67 + 29 units", "" for a text that is one."""
    if len(sizes) < 2:
        return ""
    told = " + ".join(words.number(size) for size in sizes[:_MOST_PARTS])
    if len(sizes) > _MOST_PARTS:
        told += " + …"
    return words.say("Parts: {sizes} units", sizes=told)


def costly_sentence(words: Words, counted: Counted, cheaper: Cheaper) -> str:
    """Say which characters cost segments, and what the text is without them; "" for none."""
    if not cheaper.kinds:
        return ""
    named = _named(words, cheaper)
    after = cheaper.counted
    if after is None:
        return words.say(
            "{characters} need UCS-2, and nothing cheaper stands for them.", characters=named
        )
    saved = counted.segments - after.segments
    without = words.say_many("{n} segment, {name}", "{n} segments, {name}", after.segments,
                             name=after.encoding.value)  # fmt: skip
    if not saved:
        return words.say("{characters} make it {name}. Written plainly: {without}.",
                         characters=named, name=Encoding.UCS2.value, without=without)  # fmt: skip
    return words.say_many(
        "{characters} cost {n} segment. Without them: {without}.",
        "{characters} cost {n} segments. Without them: {without}.",
        saved,
        characters=named,
        without=without,
    )


def kind_words(words: Words, kind: CostlyKind) -> str:
    """Write what one costly character is to be replaced by: "’ → '", "🎉, 3 times: leave out"."""
    char = shown_char(kind.char)
    if kind.times > 1:
        char = words.say("{char}, {n} times", char=char, n=kind.times)
    if kind.plain is None:
        return words.say("{char}: nothing cheaper stands for it", char=char)
    if not kind.plain:
        return words.say("{char}: leave out", char=char)
    if kind.plain.isspace():
        return words.say("{char}: write a plain space or line", char=char)
    return words.say("{char}: write {plain}", char=char, plain=kind.plain)


def after_words(words: Words, found: NextText, after: TextAfter | None) -> str:
    """Say what is left of the allowance after the text, or what it costs."""
    if after is None:
        if found.plan_title:
            return words.say("{plan} includes no such messages.", plan=found.plan_title)
        return words.say("No plan for texts is chosen, so there is nothing to measure against.")
    if after.outcome is Outcome.OUTSIDE:
        told = words.say_many(
            "Outside the bundle, which is for US and Canadian numbers: {n} segment is billed",
            "Outside the bundle, which is for US and Canadian numbers: {n} segments are billed",
            after.past,
        )
        return joined(told, price(words, after.amount))
    return joined(_left(words, found, after), *_past(words, after))


def _left(words: Words, found: NextText, after: TextAfter) -> str:
    room = found.rooms[after.kind]
    if not room.included and room.past is Outcome.BILLED:
        return ""
    if after.left is None:
        return words.say(
            "No data yet, so nobody knows what is left of {plan}.", plan=found.plan_title
        )
    mms = after.kind is MeterKind.MMS
    if room.scope is Scope.POOL:
        told = (
            words.say("Team’s MMS pool after this text")
            if mms
            else words.say("Team pool after this text")
        )
    else:
        told = words.say("After this text")
    left = words.say("{n} of {all} left", n=after.left, all=room.included)
    return f"{told}: {left}"


def _past(words: Words, after: TextAfter) -> list[str]:
    if not after.past:
        return []
    if after.outcome is Outcome.BILLED:
        told = words.say_many("{n} segment billed", "{n} segments billed", after.past)
        return [told, price(words, after.amount)]
    return [words.say_many("{n} segment past the limit", "{n} segments past the limit", after.past)]


def _named(words: Words, cheaper: Cheaper) -> str:
    """Write "🎉 and ’", or "🎉, ’ and 3 more"."""
    chars = [shown_char(kind.char) for kind in cheaper.kinds]
    more = cheaper.all_kinds - len(chars)
    if more:
        return words.say("{characters} and {n} more", characters=", ".join(chars), n=more)
    if len(chars) == 1:
        return chars[0]
    *others, last = chars
    return words.say("{characters} and {last}", characters=", ".join(others), last=last)
