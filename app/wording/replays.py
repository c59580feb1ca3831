"""One meter of a replayed cycle in words."""

from app.domain.plan import MeterKind
from app.domain.problem import mark
from app.domain.what_if import ReplayedMeter
from app.wording.units import joined, price, short_amount
from app.wording.words import Words

_NAMES = {
    MeterKind.MINUTES: mark("Minutes"),
    MeterKind.CALLS: mark("Calls"),
    MeterKind.SMS: mark("SMS segments"),
    MeterKind.MMS: mark("MMS segments"),
}


def kind_name(words: Words, kind: MeterKind) -> str:
    """Name what a meter counts, "SMS segments"."""
    return words.say(_NAMES[kind])


def replayed_words(words: Words, meter: ReplayedMeter | None) -> str:
    """Write "1,916 min, 500 included · 1,416 min past the limit"."""
    if meter is None:
        return words.say("no limit")
    used = words.say(
        "{amount}, {included} included",
        amount=short_amount(words, meter.kind, meter.counted),
        included=meter.included,
    )
    return joined(used, *_past(words, meter))


def _past(words: Words, meter: ReplayedMeter) -> tuple[str, str, str]:
    def told(units: int) -> str:
        return short_amount(words, meter.kind, units)

    over = meter.past - meter.billed
    billed = joined(words.say("{amount} billed", amount=told(meter.billed)), _cost(words, meter))
    return (
        billed if meter.billed else "",
        words.say("{amount} past the limit", amount=told(over)) if over else "",
        words.say("{amount} outside the bundle", amount=told(meter.outside))
        if meter.outside
        else "",
    )


def _cost(words: Words, meter: ReplayedMeter) -> str:
    if not meter.amounts:
        return price(words, None)
    sums = ", ".join(words.money(amount) for amount in meter.amounts)
    if not meter.unpriced:
        return words.say("about {price}", price=sums)
    rest = short_amount(words, meter.kind, meter.unpriced)
    return words.say("at least {price}, {amount} without a price", price=sums, amount=rest)
