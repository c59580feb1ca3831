"""What the gauge shows: its figure, its sentences and the two shares of its arc."""

from dataclasses import dataclass

from app.domain.instant import Instant
from app.domain.live_use import billed, calls_on, included, units, used_with_calls
from app.domain.meter import Level, Meter, Status, Trust
from app.domain.plan import MeterKind
from app.wording.forecasts import safe_pace
from app.wording.levels import meter_name, meter_sentence
from app.wording.units import joined, short_amount
from app.wording.words import Words
from ui.text.cycle import elapsed, resets, share
from ui.text.person import whose
from ui.text.phrase import loose, plain, stress, strong
from ui.text.tones import tone_of
from ui.theme.tone import Tone

_OLD = frozenset({Trust.STALE, Trust.OFFLINE, Trust.SIGN_IN})


@dataclass(frozen=True, slots=True)
class GaugeState:
    """One gauge.

    ``filled``, ``live`` and ``elapsed`` are thousandths of the arc: what is used, what calls that
    are open use on top, and how much of the cycle has gone. ``used`` and ``pace`` are phrases with
    strong figures, "" where there is nothing to say. ``old``: the figure is not today's or not
    complete, said by ``note`` and drawn pale.
    ``person``: whose it is, "" where that goes without saying. ``level`` names the value that
    screen readers get beside the sentence: ``now`` used of ``whole``, in units.
    """

    meter: str
    figure: str
    unit: str
    reset: str
    used: str
    pace: str
    filled: int
    elapsed: int
    tone: Tone
    spoken: str
    why: str
    note: str = ""
    old: bool = False
    person: str = ""
    level: str = ""
    now: int = 0
    whole: int = 0
    live: int = 0


def gauge_state(words: Words, meter: Meter, now: Instant, status: Status) -> GaugeState:
    """Make the gauge of a meter of a status."""
    person = whose(words, status, meter)
    return GaugeState(
        meter=status.key(meter),
        figure=_figure(words, meter),
        unit=_unit(words, meter),
        reset=resets(words, meter.cycle, now),
        used=joined(_used(words, meter), _with_calls(words, meter, status)),
        pace=_pace(words, meter),
        filled=0 if meter.level is Level.NO_DATA else share(meter.used, meter.included),
        elapsed=elapsed(meter.cycle, now),
        tone=tone_of(meter.level),
        spoken=_spoken(words, meter, status, person),
        why=words.say("Why this figure?"),
        note=_note(words, meter, status),
        old=status.trust in _OLD and meter.level is not Level.NO_DATA,
        person=person,
        level=", ".join(filter(None, (meter_name(words, meter), plain(_used(words, meter))))),
        now=meter.used,
        whole=meter.included,
        live=_live(meter, status),
    )


def _spoken(words: Words, meter: Meter, status: Status, person: str) -> str:
    told = plain(_with_calls(words, meter, status))
    return ", ".join(filter(None, (meter_sentence(words, meter, status, person=person), told)))


def _live(meter: Meter, status: Status) -> int:
    if meter.level is Level.NO_DATA or not included(meter, status.live):
        return 0
    used = share(meter.used, meter.included)
    return share(used_with_calls(meter, status.live), meter.included) - used


def _with_calls(words: Words, meter: Meter, status: Status) -> str:
    """Say what is used or billed once calls that are open are taken in as far as they are."""
    calls = calls_on(meter, status.live)
    if not calls or meter.level is Level.NO_DATA:
        return ""
    inside = included(meter, calls)
    if inside:
        return _with(words, strong(words.number(used_with_calls(meter, calls))), len(inside))
    past = billed(meter, calls)
    if not past:
        return ""
    amount = short_amount(words, meter.kind, meter.billed + units(meter, past))
    return _with(words, strong(words.say("{amount} billed", amount=amount)), len(past))


def _with(words: Words, count: str, calls: int) -> str:
    if calls == 1:
        return loose(words.say("{count} with this call", count=count))
    return loose(words.say("{count} with these calls", count=count))


def _note(words: Words, meter: Meter, status: Status) -> str:
    """How old the figure is, or that it is not complete yet."""
    if status.trust not in _OLD or meter.level is Level.NO_DATA:
        return ""
    if status.first_reading is not None:
        return words.say("not complete yet")
    return words.say("as of {when}", when=words.day_time(status.as_of, status.age_zone(meter)))


def _figure(words: Words, meter: Meter) -> str:
    return "–" if meter.level is Level.NO_DATA else words.number(meter.remaining)


def _unit(words: Words, meter: Meter) -> str:
    if meter.level is Level.NO_DATA:
        return words.say("No data yet")
    if meter.billed and not meter.remaining:
        return _billed_unit(words, meter)
    whole = short_amount(words, meter.kind, meter.included)
    return words.say("of {whole} left", whole=whole)


def _billed_unit(words: Words, meter: Meter) -> str:
    match meter.kind:
        case MeterKind.MINUTES:
            return words.say("min left · {billed} billed", billed=meter.billed)
        case MeterKind.CALLS:
            return words.say("calls left · {billed} billed", billed=meter.billed)
        case MeterKind.SMS | MeterKind.MMS:
            return words.say("segments left · {billed} billed", billed=meter.billed)


def _used(words: Words, meter: Meter) -> str:
    if meter.level is Level.NO_DATA:
        return ""
    count = strong(words.number(meter.used))
    if meter.at_least:
        return words.say("at least {count} used", count=count)
    return words.say("{count} used", count=count)


def _pace(words: Words, meter: Meter) -> str:
    """What can be done about it: the safe pace before the limit, the cost after it."""
    if meter.billed_amount is not None:
        amount = strong(words.money(meter.billed_amount))
        return words.say("{amount} estimate", amount=amount)
    if meter.billed:
        return words.say("price not known yet")
    if meter.over:
        amount = strong(short_amount(words, meter.kind, meter.over))
        return words.say("{amount} after the limit", amount=amount)
    if meter.forecast is None or not meter.remaining or meter.level is Level.NO_DATA:
        return ""
    sentence = safe_pace(words, meter.kind, meter.forecast)
    return stress(sentence, words.number(meter.forecast.safe_per_working_day))
