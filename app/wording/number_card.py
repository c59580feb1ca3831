"""What the card of a number says: where it is, what time, and what a usual call would leave."""

from app.domain.dialling import Dialling, Verdict
from app.domain.event import Method
from app.domain.number_card import Way
from app.domain.places import LocalTime, PartOfDay
from app.domain.plan import MeterKind
from app.domain.problem import mark
from app.domain.usual import Usual
from app.wording.units import price, short_amount
from app.wording.words import Words

_TWO_LEGS = 2
_PARTS = {
    PartOfDay.NIGHT: mark("night there"),
    PartOfDay.EARLY: mark("early there"),
    PartOfDay.LATE: mark("late there"),
}


def place_words(words: Words, region: str, town: str) -> str:
    """Write "San Francisco, CA, United States", a country alone, or that nobody knows."""
    country = words.region(region) if region else ""
    told = ", ".join(part for part in (town, country) if part)
    return told or words.say("Country not known")


def time_words(words: Words, local: LocalTime | None) -> str:
    """Write "05:10 there", "05:10 to 08:10 there" in several zones, or that nobody can tell."""
    if local is None:
        return words.say("time there not known")
    first, last = f"{local.earliest:%H:%M}", f"{local.latest:%H:%M}"
    if first == last:
        return words.say("{time} there", time=first)
    return words.say("{first} to {last} there", first=first, last=last)


def part_word(words: Words, local: LocalTime | None) -> str:
    """Write what is to be minded about the time there, "" by day and where nobody can tell."""
    part = _PARTS.get(local.part) if local is not None and local.part is not None else None
    return words.say(part) if part else ""


def usual_name(words: Words, usual: Usual | None) -> str:
    """Name the row of the usual call: with this number, or all my own."""
    mine = usual is not None and not usual.with_number
    return words.say("Your usual call") if mine else words.say("Usually")


def usual_words(words: Words, usual: Usual | None) -> str:
    """Write "6 min, 9 calls", or that no answered call tells."""
    if usual is None:
        return words.say("no answered calls yet")
    calls = words.say_many("{n} call", "{n} calls", usual.calls)
    if usual.with_number:
        return words.say("{n} min, {calls}", n=usual.minutes, calls=calls)
    return words.say("{n} min, none with this number yet", n=usual.minutes)


def way_name(words: Words, card: Dialling) -> str:
    """Name a way to call, with its legs."""
    if card.method is Method.BROWSER:
        return words.say("Browser")
    if len(card.legs) == _TWO_LEGS:
        return words.say("From phone, two legs")
    return words.say("From phone")


def expected_words(words: Words, way: Way) -> str:
    """Write "about 6 min", "" where no length is usual."""
    return "" if way.minutes is None else words.say("about {n} min", n=way.minutes)


def outcome_words(words: Words, way: Way) -> str:
    """Write "78 min left after", what a usual call costs, or "blocked"; "" without a plan."""
    card = way.dialling
    if card.cycle is None:
        return ""
    match card.verdict:
        case Verdict.BLOCKED:
            return words.say("blocked")
        case Verdict.BILLED:
            return price(words, way.amount)
        case Verdict.INCLUDED:
            return _left_after(words, way)


def may_finish(card: Dialling) -> bool:
    """Tell whether the rule about running past the limit is worth a line: minutes are measured."""
    return (
        card.cycle is not None
        and card.verdict is Verdict.INCLUDED
        and card.unit is MeterKind.MINUTES
        and card.remaining is not None
    )


def _left_after(words: Words, way: Way) -> str:
    card = way.dialling
    if way.after is not None:
        left = short_amount(words, card.unit, way.after)
        return words.say("{amount} left after", amount=left)
    if card.remaining is None:
        return words.say("included")
    return words.say("{amount} left", amount=short_amount(words, card.unit, card.remaining))


def other_start_words(words: Words, card: Dialling) -> str:
    """Name the button that follows a call placed by another method than the usual one."""
    if card.method is Method.BROWSER:
        return words.say("I’m on it in the browser")
    return words.say("I’m on it from my phone")
