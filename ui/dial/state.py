"""What the page "Before you dial" shows: the field's words, and the card of a number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.dialling import Dialling, Verdict
from app.domain.instant import Instant
from app.domain.number_card import NumberCard, RecentNumber, Way
from app.domain.places import LocalTime
from app.wording.dialling import dialling_sentence, leg_lines
from app.wording.number_card import (
    expected_words,
    may_finish,
    other_start_words,
    outcome_words,
    part_word,
    place_words,
    time_words,
    usual_name,
    usual_words,
    way_name,
)
from app.wording.units import joined
from app.wording.words import Words
from ui.entries.state import EntriesState, entries_state
from ui.text.phrase import plain, strong
from ui.theme.tone import Tone

_MARKS = {
    Verdict.INCLUDED: ("done", Tone.PLAIN),
    Verdict.BILLED: ("billed", Tone.BILLED),
    Verdict.BLOCKED: ("stop", Tone.STOP),
}


@dataclass(frozen=True, slots=True)
class DialWords:
    """The words of the page that do not depend on a number."""

    title: str
    field: str
    hint: str
    empty: str
    copy: str
    choose: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A number to choose while typing: as it is shown, as it is found, and what is typed then."""

    shown: str
    sought: str
    number: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the card: its name, a phrase, and a word that is to be minded ("night there")."""

    name: str
    phrase: str
    chip: str = ""

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        return ": ".join((self.name, joined(plain(self.phrase), self.chip)))


@dataclass(frozen=True, slots=True)
class Start:
    """A button that says the call is under way: its words, and the method it is counted by."""

    text: str
    method: str


@dataclass(frozen=True, slots=True)
class DialCard:
    """A number's card; ``verdict`` with its icon and tone comes first, ``small`` are its reasons.

    ``number``: E.164. ``recent`` ``None`` where there was no call with it. ``planned``: a plan is
    chosen, so that there is something to measure against.
    """

    number: str
    who: str
    verdict: str
    mark: str
    tone: Tone
    rows: tuple[Row, ...]
    small: tuple[str, ...]
    starts: tuple[Start, ...]
    recent: EntriesState | None
    planned: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """All that was read of a number at an instant; ``town`` "" where nobody can tell."""

    card: NumberCard
    town: str
    local: LocalTime | None
    now: Instant


def dial_words(words: Words) -> DialWords:
    """Make the words of the page."""
    return DialWords(
        title=words.say("Before you dial"),
        field=words.say("Number to call"),
        hint=words.say("Type or paste a number"),
        empty=words.say(
            "Type or paste a number to see where it is, what time it is there, and what a call "
            "would use or cost."
        ),
        copy=words.say("Copy number"),
        choose=words.say("Choose a plan…"),
    )


def offers(words: Words, numbers: Sequence[RecentNumber]) -> tuple[Offer, ...]:
    """Make the list of numbers that is offered while one is typed."""
    return tuple(
        Offer(
            joined(each.name, words.phone(each.number)),
            " ".join((each.name, each.number, each.number[1:], words.whole_phone(each.number),
                      _national(each.number))),
            each.number,
        )
        for each in numbers
    )  # fmt: skip


def dial_card(words: Words, found: Found) -> DialCard:
    """Make the card of a number."""
    card, first = found.card, found.card.first
    mark, tone = _MARKS[first.verdict] if first.cycle else ("", Tone.QUIET)
    if first.verdict is Verdict.INCLUDED and first.remaining is None:
        mark, tone = "", Tone.QUIET
    return DialCard(
        number=first.number,
        who=joined(card.name, words.phone(first.number)),
        verdict=dialling_sentence(words, first),
        mark=mark,
        tone=tone,
        rows=tuple(_rows(words, found)),
        small=tuple(_price_lines(words, card.ways)),
        starts=tuple(_starts(words, card.ways)),
        recent=_recent(words, found),
        planned=first.cycle is not None,
    )


def _rows(words: Words, found: Found) -> list[Row]:
    card, first = found.card, found.card.first
    place = place_words(words, first.region, found.town)
    rows = [
        Row(place, time_words(words, found.local), part_word(words, found.local)),
        Row(usual_name(words, card.usual), usual_words(words, card.usual)),
        *(_way_row(words, way) for way in card.ways),
    ]
    if may_finish(first):
        rows.append(Row(words.say("If it runs past the limit"), words.say("this call may finish")))
    return rows


def _way_row(words: Words, way: Way) -> Row:
    minutes, outcome = expected_words(words, way), outcome_words(words, way)
    phrase = joined(strong(minutes) if minutes else "", outcome)
    return Row(way_name(words, way.dialling), phrase or words.say("nothing to go by yet"))


def _price_lines(words: Words, ways: Sequence[Way]) -> list[str]:
    """Write what a minute costs on each leg, where the call is billed; of the longest way."""
    billed = [way.dialling for way in ways if way.dialling.verdict is Verdict.BILLED]
    return leg_lines(words, max(billed, key=_legs), sourced=True) if billed else []


def _legs(card: Dialling) -> int:
    return len(card.legs)


def _starts(words: Words, ways: Sequence[Way]) -> list[Start]:
    """Offer to follow the call; the usual method first, others by their name."""
    return [
        Start(
            other_start_words(words, way.dialling) if place else words.say("I’m on this call"),
            way.dialling.method.value,
        )
        for place, way in enumerate(ways)
    ]


def _recent(words: Words, found: Found) -> EntriesState | None:
    if not found.card.recent:
        return None
    made = entries_state(words, found.card.recent, found.now)
    names = [words.contact(receipt.fact.name) for receipt in found.card.recent]
    return replace(
        made,
        title=words.say("Last calls with this number"),
        # The number stands above; beside each name it would only take its room.
        rows=tuple(
            replace(each, who=name or each.who) for each, name in zip(made.rows, names, strict=True)
        ),
    )


def _national(number: str) -> str:
    """Write a +1 number as people there type it, "(415) 555-0188" and "415-555-0188"."""
    digits = number[2:]
    if not number.startswith("+1") or len(digits) != len("4155550188"):
        return ""
    area, exchange, line = digits[:3], digits[3:6], digits[6:]
    return f"({area}) {exchange}-{line} {area}-{exchange}-{line}"
