"""What the in-call strip shows, and the words of the form that starts a call by hand."""

from dataclasses import dataclass

from app.domain.event import Method
from app.domain.instant import MINUTE, SECOND
from app.domain.meter import Level, LiveCall, Meter
from app.wording.words import Words
from ui.theme.tone import Tone


@dataclass(frozen=True, slots=True)
class LiveState:
    """One open call.

    ``first`` and ``second`` stand beside the clock (billed so far, next minute), ``sum`` and
    ``rule`` at the far end (left or cost, and what holds past the limit).
    """

    call: str
    who: str
    how: str
    clock: str
    first: str
    second: str
    sum: str
    rule: str
    tone: Tone
    end: str
    spoken: str


@dataclass(frozen=True, slots=True)
class StartCallState:
    """The words of the form that says "I'm on a call"."""

    title: str
    number: str
    hint: str
    method: str
    methods: tuple[tuple[str, str], ...]
    direction: str
    directions: tuple[tuple[str, str], ...]
    start: str
    cancel: str


def live_state(words: Words, call: LiveCall, meter: Meter | None, *, name: str = "") -> LiveState:
    """Make the strip of a call as it is at this moment; ``meter`` is the one it draws on."""
    tone = _tone(call, meter)
    first = words.say_many("{n} billed min so far", "{n} billed min so far", call.minutes)
    second = words.say("next minute in {n} s", n=_seconds_to_next(call))
    total = _sum(words, call, meter)
    number = words.phone(call.number)
    who = name or number or words.say("Call without a number")
    how = _method(words, call.method)
    return LiveState(
        call=call.id,
        who=who,
        how=f"{number} · {how}" if name and number else how,
        clock=words.duration(call.elapsed_us),
        first=first,
        second=second,
        sum=total,
        rule=_rule(words, call, meter),
        tone=tone,
        end=words.say("End call"),
        spoken=f"{who}, {how}: {words.duration_words(call.elapsed_us)}. {first}, {second}. {total}",
    )


def start_call_state(words: Words) -> StartCallState:
    """Make the words of the form."""
    return StartCallState(
        title=words.say("I’m on a call"),
        number=words.say("Number"),
        hint=words.say("Number, if you like"),
        method=words.say("Method"),
        methods=(
            (str(Method.BROWSER), words.say("Browser")),
            (str(Method.PHONE), words.say("From phone, two legs")),
        ),
        direction=words.say("Direction"),
        directions=(
            ("outbound", words.say("I called")),
            ("inbound", words.say("They called")),
        ),
        start=words.say("Start"),
        cancel=words.say("Cancel"),
    )


def _tone(call: LiveCall, meter: Meter | None) -> Tone:
    if meter is None:
        return Tone.PLAIN
    if meter.level is Level.BILLED:
        return Tone.BILLED
    if call.minutes >= meter.remaining:
        return Tone.STOP
    return Tone.NEAR if meter.level is Level.NEAR else Tone.PLAIN


def _method(words: Words, method: str) -> str:
    return words.say("from phone") if method == Method.PHONE else words.say("browser")


def _seconds_to_next(call: LiveCall) -> int:
    """Seconds until one more minute is billed: calls are counted in whole minutes."""
    return (MINUTE - call.elapsed_us % MINUTE + SECOND - 1) // SECOND


def _sum(words: Words, call: LiveCall, meter: Meter | None) -> str:
    if meter is not None and meter.level is not Level.BILLED:
        return words.say("{n} min left", n=max(0, meter.remaining - call.minutes))
    if call.amount is not None:
        return words.say("about {amount} so far", amount=words.money(call.amount))
    return words.say("price not known yet") if meter is not None else ""


def _rule(words: Words, call: LiveCall, meter: Meter | None) -> str:
    if meter is None:
        return ""
    if meter.level is Level.BILLED:
        if call.rate is None:
            return ""
        return words.say("{rate} a minute", rate=words.rate(call.rate))
    if call.minutes >= meter.remaining:
        return words.say("this call may finish")
    return words.say("of {n} included", n=meter.included)
