"""What the meter cards show: a figure, a bar and a line below."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.instant import Instant
from app.domain.meter import Level, Meter, Status
from app.wording.levels import meter_name, meter_sentence
from app.wording.units import billed_price, short_amount, whole_amount
from app.wording.words import Words
from ui.text.cycle import elapsed, first_day, last_day, share
from ui.text.person import whose
from ui.text.tones import tone_of
from ui.theme.tone import Tone


@dataclass(frozen=True, slots=True)
class MeterCardState:
    """One card; ``filled`` and ``elapsed`` in thousandths, ``elapsed`` None without a cycle mark.

    ``notes`` stand below the bar, the most needed first; what does not fit is left out.
    ``person``: whose it is, "" where that goes without saying.
    """

    meter: str
    title: str
    figure: str
    rest: str
    filled: int
    elapsed: int | None
    tone: Tone
    notes: tuple[str, ...]
    spoken: str
    person: str = ""


def meter_cards(
    words: Words, meters: Iterable[Meter], now: Instant, status: Status
) -> tuple[MeterCardState, ...]:
    """Make a card for each of these meters of a status."""
    return tuple(meter_card(words, meter, now, status) for meter in meters)


def meter_card(words: Words, meter: Meter, now: Instant, status: Status) -> MeterCardState:
    """Make the card of one meter of a status."""
    silent, person = meter.level is Level.NO_DATA, whose(words, status, meter)
    return MeterCardState(
        meter=status.key(meter),
        title=meter_name(words, meter),
        figure=_figure(words, meter),
        rest=_rest(words, meter),
        filled=0 if silent else share(meter.used, meter.included),
        elapsed=elapsed(meter.cycle, now),
        tone=tone_of(meter.level),
        notes=tuple(_notes(words, meter)),
        spoken=meter_sentence(words, meter, status, person=person),
        person=person,
    )


def second_leg_card(words: Words, meter: Meter, minutes: int, status: Status) -> MeterCardState:
    """Make the card of what the second leg of calls from the phone cost the allowance.

    ``minutes``: minutes of the cycle that a browser call would not have used.
    """
    figure = short_amount(words, meter.kind, minutes)
    rest = words.say("went to “call from phone”")
    without = max(0, meter.included - max(0, meter.used - minutes))
    note = words.say("Browser calls would have left {n} min", n=without)
    return MeterCardState(
        meter=status.key(meter),
        title=words.say("Second leg"),
        figure=figure,
        rest=rest,
        filled=share(minutes, meter.included),
        elapsed=None,
        tone=Tone.PLAIN,
        notes=(note,),
        spoken=f"{figure} {rest}. {note}",
        person=whose(words, status, meter),
    )


def _figure(words: Words, meter: Meter) -> str:
    if meter.level is Level.NO_DATA:
        return "–"
    if not meter.included:
        return words.number(meter.billed)
    return words.number(meter.used)


def _rest(words: Words, meter: Meter) -> str:
    """What the figure is of: the whole, or billed units where nothing is included."""
    if meter.level is Level.NO_DATA:
        return words.say("No data yet")
    if not meter.included:
        return words.say("billed, none included")
    return whole_amount(words, meter.kind, meter.included)


def _notes(words: Words, meter: Meter) -> Iterable[str]:
    """What is left or billed, what was outside, the plan and its cycle."""
    if meter.level is not Level.NO_DATA:
        if meter.included and (meter.remaining or not meter.billed):
            yield _left(words, meter)
        if meter.billed and meter.included:
            yield words.say("{n} billed", n=meter.billed)
        if meter.billed:
            yield billed_price(words, meter)
        if meter.outside:
            yield words.say("{n} outside the bundle", n=meter.outside)
        if meter.at_least:
            yield words.say("as far as is known here")
    days = words.days(first_day(meter.cycle), last_day(meter.cycle))
    yield words.say("cycle {days}", days=days)
    yield meter.plan_title


def _left(words: Words, meter: Meter) -> str:
    """What is left; of an allowance that others share, no more than that."""
    if meter.at_least:
        return words.say("at most {n} left", n=meter.remaining)
    return words.say("{n} left", n=meter.remaining)
