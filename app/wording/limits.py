"""Facts about a limit: how far it is, what follows it, what was billed past it."""

from app.domain.meter import Meter
from app.domain.plan import MeterKind, PastLimit, Scope
from app.domain.problem import mark
from app.wording.levels import reset_day
from app.wording.units import TEXTS, billed_price, short_amount
from app.wording.words import Words

_POOL = {
    (False, True): mark("Team pool: {used} of {included} SMS segments"),
    (True, True): mark("Team pool: {used} of {included} MMS segments"),
    (False, False): mark("{used} of {included} SMS segments used"),
    (True, False): mark("{used} of {included} MMS segments used"),
}
_BLOCKED = (mark("At the limit, calls are blocked."), mark("At the limit, texts are blocked."))
_BILLED = (
    mark("At the limit, calls are billed per minute."),
    mark("At the limit, texts are billed per segment."),
)
_THROUGH_TWILIO = (
    mark("At the limit, calls are blocked until Twilio Connect is linked."),
    mark("At the limit, calls are billed per minute through Twilio Connect."),
)


def to_limit(words: Words, meter: Meter) -> str:
    """Write "84 minutes to your limit"."""
    n = meter.remaining
    match meter.kind:
        case MeterKind.MINUTES:
            return words.say_many("{n} minute to your limit", "{n} minutes to your limit", n)
        case MeterKind.CALLS:
            return words.say_many("{n} call to your limit", "{n} calls to your limit", n)
        case MeterKind.SMS | MeterKind.MMS:
            return words.say_many("{n} segment to your limit", "{n} segments to your limit", n)


def after_limit(words: Words, meter: Meter) -> str:
    """Write what happens past the limit; a plan that blocks never hears of Twilio."""
    texts = meter.kind in TEXTS
    match meter.past:
        case PastLimit.BLOCKED:
            template = _BLOCKED[texts]
        case PastLimit.TWILIO_CONNECT if not texts:
            template = _THROUGH_TWILIO[meter.linked]
        case _:
            template = _BILLED[texts]
    return words.say(template)


def none_left(words: Words, meter: Meter) -> str:
    """Write "No minutes left until 1 Dec."."""
    day = words.day(reset_day(meter))
    match meter.kind:
        case MeterKind.MINUTES:
            return words.say("No minutes left until {day}.", day=day)
        case MeterKind.CALLS:
            return words.say("No calls left until {day}.", day=day)
        case MeterKind.SMS | MeterKind.MMS:
            return words.say("No segments left until {day}.", day=day)


def pool_fact(words: Words, meter: Meter, used: str, included: str) -> str:
    """Write "Team pool: 1,190 of 1,250 SMS segments"."""
    template = _POOL[meter.kind is MeterKind.MMS, meter.scope is Scope.POOL]
    return words.say(template, used=used, included=included)


def billed_fact(words: Words, meter: Meter) -> str:
    """Write that what comes now is billed, and through whom."""
    if meter.kind is MeterKind.MMS:
        return words.say("MMS are billed per segment")
    if meter.kind is MeterKind.SMS:
        return words.say("Texts are billed per segment")
    if meter.past is PastLimit.TWILIO_CONNECT:
        return words.say("Calls are now billed per minute through Twilio Connect")
    return words.say("Calls are now billed per minute")


def billed_sums(words: Words, meter: Meter) -> tuple[str, ...]:
    """Write what was billed and what it costs, two pieces; none while nothing was billed."""
    if not meter.billed:
        return ()
    return short_amount(words, meter.kind, meter.billed), billed_price(words, meter)


def resets_sentence(words: Words, meter: Meter) -> str:
    """Write "Resets 1 Dec."."""
    return words.say("Resets {day}.", day=words.day(reset_day(meter)))
