"""What the in-call strip shows: a row for each call that rings or is open."""

from dataclasses import dataclass

from app.domain.call_report import Phase
from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.live import until_minutes_us, until_next_us
from app.domain.live_use import calls_on, included, left_with_calls, units, used_with_calls
from app.domain.meter import Level, LiveCall, Meter, Status
from app.domain.plan import MeterKind
from app.wording.units import joined
from app.wording.words import Words
from ui.live.fate import Fate, fate_of
from ui.live.sentences import (
    fate_word,
    how_it_counts,
    left_sentence,
    limit_sentence,
    limit_soon_sentence,
    minutes_sentence,
    next_sentence,
    phase_sentence,
    reason_sentence,
)
from ui.text.cycle import share
from ui.theme.tone import Tone

#: How long before the limit falls in a call it is told, in microseconds.
_SOON = 15 * 60 * SECOND


@dataclass(frozen=True, slots=True)
class LiveBar:
    """Thousandths of the allowance: used before the open calls, and by them on top."""

    used: int
    live: int
    spoken: str


@dataclass(frozen=True, slots=True)
class LiveState:
    """One open call.

    ``first`` and ``second`` stand beside the clock (minutes so far and the next one, and what is
    special), ``sum`` and ``rule`` at the far end (left or cost, of how much or at which price).
    ``clock`` is "" while it rings, ``end`` where nobody can end it here, ``bar`` ``None`` in all
    rows but the first that draws on the allowance. ``shorter``: what stands for ``how`` where room
    is short, at last no more than what becomes of the call.
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
    bar: LiveBar | None = None
    shorter: tuple[str, ...] = ()


def live_states(words: Words, status: Status, now: Instant) -> tuple[LiveState, ...]:
    """Make the rows of a status: calls that talk, then calls that ring; the sum is told once."""
    rows: list[LiveState] = []
    for call in (*status.live, *status.ringing):
        told = any(row.bar is not None for row in rows)
        rows.append(_row(words, call, status, now, sums=not told))
    return tuple(rows)


def minutes_meter(call: LiveCall, meters: tuple[Meter, ...]) -> Meter | None:
    """Return the minutes that a call draws on, ``None`` where it uses none."""
    if MeterKind.MINUTES not in call.draws:
        return None
    minutes = [meter for meter in meters if meter.kind is MeterKind.MINUTES]
    return next((meter for meter in minutes if calls_on(meter, [call])), None)


def _row(words: Words, call: LiveCall, status: Status, now: Instant, *, sums: bool) -> LiveState:
    meter = minutes_meter(call, status.meters)
    fate = fate_of(call, meter, status)
    number = words.phone(call.number)
    name = words.contact(call.name)
    who = name or number or words.say("Call without a number")
    how = how_it_counts(words, call, fate)
    clock = words.duration(call.elapsed_us) if call.answered else ""
    first, second = _so_far(words, call), _special(words, call, meter, status, now)
    total, rule, bar = _sum(words, call, meter, status, fate)
    if not sums and fate is not Fate.BILLED:
        total = rule = ""
        bar = None
    return LiveState(
        call=call.id,
        who=who,
        how=joined(how, number if name else ""),
        shorter=(how, fate_word(words, call, fate) or how),
        clock=clock,
        first=first,
        second=second,
        sum=total,
        rule=rule,
        tone=_tone(call, meter, status, fate),
        end=_end(words, call),
        spoken=_spoken(words, call, ", ".join(filter(None, (who, how))), (first, second, total)),
        bar=bar,
    )


def _spoken(words: Words, call: LiveCall, who: str, told: tuple[str, ...]) -> str:
    """Tell a call without seconds: where the keyboard is on it, each change is read aloud."""
    first, *more = told
    if call.answered and until_next_us(call) is not None:
        first = minutes_sentence(words, call.minutes)
    minutes = call.elapsed_us // MINUTE * MINUTE
    lasts = words.duration_words(minutes) if minutes else ""
    return ". ".join(filter(None, (": ".join(filter(None, (who, lasts))), first, *more)))


def _so_far(words: Words, call: LiveCall) -> str:
    if call.phase is Phase.RINGING or not call.answered:
        return words.say("ringing…")
    left = until_next_us(call)
    if left is None:
        return ""
    # At the full minute the next one has not begun, but does so at once.
    seconds = max(1, -(-left // SECOND))
    return next_sentence(words, call.minutes, seconds)


def _special(
    words: Words, call: LiveCall, meter: Meter | None, status: Status, now: Instant
) -> str:
    """Say what is out of the usual: first how the call stands, then what the limit makes of it."""
    zone = status.age_zone(meter) if meter else status.zone or "UTC"
    told = phase_sentence(words, call, zone) or reason_sentence(words, call)
    if told or meter is None or not call.answered:
        return told
    inside = included(meter, status.live)
    if call not in inside:
        return ""
    if units(meter, inside) >= meter.remaining:
        return limit_sentence(words, call, meter)
    left = until_minutes_us(call, meter.remaining) if len(inside) == 1 else None
    if left is None or left > _SOON:
        return ""
    return limit_soon_sentence(words, Instant(now + left), zone)


def _sum(
    words: Words, call: LiveCall, meter: Meter | None, status: Status, fate: Fate
) -> tuple[str, str, LiveBar | None]:
    """Say what is left after the open calls so far, or what this one costs."""
    if meter is None or meter.level is Level.NO_DATA:
        return "", "", None
    if fate is Fate.BILLED:
        return *_cost(words, call), None
    left = left_with_calls(meter, status.live)
    total = left_sentence(words, left, at_most=meter.at_least)
    rule = words.say("of {n} included", n=meter.included)
    used = share(meter.used, meter.included)
    more = share(used_with_calls(meter, status.live), meter.included) - used
    return total, rule, LiveBar(used, more, f"{total} {rule}")


def _cost(words: Words, call: LiveCall) -> tuple[str, str]:
    if call.rate is None:
        return words.say("price not known yet"), ""
    price = words.say("{rate} a minute", rate=words.rate(call.rate))
    detail = joined(price, words.say("estimate"))
    if call.amount is None:
        return "", detail
    return words.say("about {amount} so far", amount=words.money(call.amount)), detail


def _tone(call: LiveCall, meter: Meter | None, status: Status, fate: Fate) -> Tone:
    if meter is None:
        return Tone.PLAIN
    if fate is Fate.BILLED:
        return Tone.BILLED
    if fate is Fate.OVER or (call.answered and not left_with_calls(meter, status.live)):
        return Tone.STOP
    return Tone.NEAR if meter.level is Level.NEAR else Tone.PLAIN


def _end(words: Words, call: LiveCall) -> str:
    """Name the button; a call whose softphone tells its end is ended there."""
    if call.told:
        return ""
    out = call.phase is Phase.OUT_OF_SIGHT
    return words.say("Stop counting") if out else words.say("End call")
