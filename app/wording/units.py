"""Amounts with their units: minutes, calls, segments, and what they cost."""

from app.domain.meter import Meter
from app.domain.money import Money
from app.domain.plan import MeterKind
from app.wording.words import Words

TEXTS = frozenset({MeterKind.SMS, MeterKind.MMS})


def amount(words: Words, kind: MeterKind | None, n: int) -> str:
    """Write "8 minutes", "1 call" or "2 segments"."""
    match kind:
        case MeterKind.MINUTES | None:
            return words.say_many("{n} minute", "{n} minutes", n)
        case MeterKind.CALLS:
            return words.say_many("{n} call", "{n} calls", n)
        case MeterKind.SMS | MeterKind.MMS:
            return words.say_many("{n} segment", "{n} segments", n)


def short_amount(words: Words, kind: MeterKind | None, n: int) -> str:
    """Write "8 min", or calls and segments in full."""
    if kind in {MeterKind.MINUTES, None}:
        return words.say("{n} min", n=n)
    return amount(words, kind, n)


def whole_amount(words: Words, kind: MeterKind, n: int) -> str:
    """Write "of 2,000 min" or "of 1,250 segments": a language may bend the unit after "of"."""
    match kind:
        case MeterKind.MINUTES:
            return words.say("of {n} min", n=n)
        case MeterKind.CALLS:
            return words.say_many("of {n} call", "of {n} calls", n)
        case MeterKind.SMS | MeterKind.MMS:
            return words.say_many("of {n} segment", "of {n} segments", n)


def price(words: Words, money: Money | None, *, exact: bool = False) -> str:
    """Write "about $0.52", "$0.52" where the provider itself named it, or that nobody knows yet."""
    if money is None:
        return words.say("price not known yet")
    told = words.money(money)
    return told if exact else words.say("about {price}", price=told)


def billed_price(words: Words, meter: Meter) -> str:
    """Write what the billed units of a meter cost, and how many of them have no price."""
    told = _sums(words, meter)
    if not told:
        return price(words, None)
    if not meter.unpriced:
        return words.say("about {price}", price=told)
    return words.say(
        "at least {price}, {amount} without a price",
        price=told,
        amount=short_amount(words, meter.kind, meter.unpriced),
    )


def _sums(words: Words, meter: Meter) -> str:
    """Write the sum of each currency, "$0.14 and €0.30", "" where no price is known."""
    single = (meter.billed_amount,) if meter.billed_amount else ()
    told = ""
    for amount in meter.billed_amounts or single:
        more = words.money(amount)
        told = words.say("{sums} and {price}", sums=told, price=more) if told else more
    return told


def stop(sentence: str) -> str:
    """End a sentence with a full stop, unless it has one (a German date may end with it)."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def joined(*pieces: str) -> str:
    """Join the pieces that say something by a dot in the middle."""
    return " · ".join(piece for piece in pieces if piece)
