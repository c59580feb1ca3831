"""How a meter stands, in words: its name, level, trust, figures and accessible sentence."""

from datetime import date

from app.domain.cycle import local_day
from app.domain.meter import FirstReading, Level, Meter, Status, Trust
from app.domain.plan import MeterKind, Scope
from app.domain.problem import mark
from app.wording.units import TEXTS, billed_price, joined, short_amount
from app.wording.words import Words

_LEVELS = {
    Level.NO_DATA: mark("no data yet"),
    Level.FINE: mark("fine"),
    Level.AHEAD: mark("ahead of pace"),
    Level.NEAR: mark("near limit"),
    Level.BLOCKED: mark("blocked"),
    Level.COULD_BE_BILLED: mark("could be billed"),
    Level.BILLED: mark("billed"),
}
_TRUSTS = {
    Trust.FRESH: mark("up to date"),
    Trust.STALE: mark("out of date"),
    Trust.OFFLINE: mark("offline"),
    Trust.SIGN_IN: mark("sign-in needed"),
    Trust.DIFFERS: mark("differs from the provider"),
    Trust.LOCAL: mark("no connection set up"),
}
_NAMES = {
    MeterKind.MINUTES: mark("Minutes"),
    MeterKind.CALLS: mark("Calls"),
    MeterKind.SMS: mark("SMS segments"),
    MeterKind.MMS: mark("MMS segments"),
}
_POOLS = {MeterKind.SMS: mark("Team SMS pool"), MeterKind.MMS: mark("Team MMS pool")}
_SPOKEN = {
    MeterKind.MINUTES: mark("{provider} minutes"),
    MeterKind.CALLS: mark("{provider} calls"),
    MeterKind.SMS: mark("{provider} SMS segments"),
    MeterKind.MMS: mark("{provider} MMS segments"),
}
_DRAWN = {
    MeterKind.MINUTES: mark("{left} of {included} min left"),
    MeterKind.CALLS: mark("{left} of {included} calls left"),
    MeterKind.SMS: mark("{used} of {included} segments used · {left} left"),
    MeterKind.MMS: mark("{used} of {included} segments used · {left} left"),
}
PROVIDERS = {"aircall": "Aircall", "hubspot": "HubSpot", "twilio": "Twilio"}


def level_word(words: Words, meter: Meter) -> str:
    """Name the level, "near limit"; a pool that is past its end is "used up"."""
    if meter.level is Level.BILLED and _pooled(meter):
        return words.say("used up")
    return level_name(words, meter.level)


def level_name(words: Words, level: Level) -> str:
    """Name a level whatever it is of, "near limit"."""
    return words.say(_LEVELS[level])


def trust_word(words: Words, trust: Trust, first: FirstReading | None = None) -> str:
    """Name the trust, "out of date"; ``first``: the first reading that is the reason."""
    if first is None or trust is not Trust.STALE:
        return words.say(_TRUSTS[trust])
    if first.under_way:
        return words.say("first reading under way")
    return words.say("first reading interrupted")


def meter_name(words: Words, meter: Meter) -> str:
    """Name the meter as a title, "Team SMS pool"."""
    names = _POOLS if _pooled(meter) and meter.kind in _POOLS else _NAMES
    return words.say(names[meter.kind])


def reset_day(meter: Meter) -> date:
    """Tell the first day of the next cycle, in the zone of this one."""
    return local_day(meter.cycle.end, meter.cycle.zone)


def resets(words: Words, meter: Meter) -> str:
    """Write "resets 1 Dec"."""
    return words.say("resets {day}", day=words.day(reset_day(meter)))


def used_words(words: Words, meter: Meter) -> str:
    """Write what was used, "38", "at least 38" or "No data yet"."""
    if meter.level is Level.NO_DATA:
        return words.say("No data yet")
    used = words.number(meter.used)
    return words.say("at least {amount}", amount=used) if meter.at_least else used


def left_words(words: Words, meter: Meter) -> str:
    """Write what is left, "84", "at most 84" or "No data yet"."""
    if meter.level is Level.NO_DATA:
        return words.say("No data yet")
    left = words.number(meter.remaining)
    at_most = meter.at_least and meter.remaining
    return words.say("at most {amount}", amount=left) if at_most else left


def meter_line(words: Words, meter: Meter, *, level: bool = False) -> str:
    """Write a meter in one line, "1,240 of 2,000 min left · resets 1 Dec".

    ``level``: with its name, "84 of 2,000 min left · near limit · resets 1 Dec".
    """
    if meter.level is Level.NO_DATA:
        return words.say("No data yet")
    named = level_word(words, meter) if level else ""
    return joined(_drawn(words, meter), *_beside(words, meter), named, resets(words, meter))


def meter_sentence(words: Words, meter: Meter, status: Status, *, person: str = "") -> str:
    """Write the sentence a screen reader says, with unit, level, age, and trust where it is low.

    ``person``: whose meter it is, where that does not go without saying.
    """
    trust, zone = status.trust, status.age_zone(meter)
    trusted = trust in {Trust.FRESH, Trust.LOCAL}
    # Of today's figures the day goes without saying, of old ones it says most.
    time = words.time(status.as_of, zone) if trusted else words.day_time(status.as_of, zone)
    pieces = [words.say(_SPOKEN[meter.kind], provider=provider_name(meter))]
    pieces += [person] if person else []
    if meter.level is not Level.NO_DATA and meter.included:
        pieces.append(_spoken_figures(words, meter))
    if meter.billed and meter.level is not Level.NO_DATA:
        pieces.append(_billed(words, meter))
    pieces += [
        level_word(words, meter),
        words.say("as of {time}", time=time),
    ]
    if not trusted:
        pieces.append(trust_word(words, trust, status.first_reading))
    return ", ".join(pieces)


def provider_name(meter: Meter) -> str:
    """Tell whose plan it is, "HubSpot"; the title of the plan where it is nobody's we know."""
    return PROVIDERS.get(meter.plan.partition("-")[0], meter.plan_title)


def _pooled(meter: Meter) -> bool:
    return meter.scope is Scope.POOL and meter.included > 0


def _drawn(words: Words, meter: Meter) -> str:
    if not meter.included:
        return "" if meter.billed else words.say("Nothing billed yet")
    return words.say(
        _DRAWN[meter.kind],
        used=used_words(words, meter),
        included=words.number(meter.included),
        left=left_words(words, meter),
    )


def _beside(words: Words, meter: Meter) -> tuple[str, str, str]:
    kind = meter.kind
    billed = joined(_billed(words, meter), billed_price(words, meter)) if meter.billed else ""
    outside = short_amount(words, kind, meter.outside)
    over = short_amount(words, kind, meter.over)
    return (
        billed,
        words.say("{amount} outside the bundle", amount=outside) if meter.outside else "",
        words.say("{amount} after the limit", amount=over) if meter.over else "",
    )


def _billed(words: Words, meter: Meter) -> str:
    return words.say("{amount} billed", amount=short_amount(words, meter.kind, meter.billed))


def _spoken_figures(words: Words, meter: Meter) -> str:
    included = words.number(meter.included)
    if meter.kind in TEXTS:
        return words.say(
            "{used} of {included} used", used=used_words(words, meter), included=included
        )
    return words.say("{left} of {included} left", left=left_words(words, meter), included=included)
