"""The sentences of the in-call strip."""

from app.domain.call_report import Phase
from app.domain.event import Direction, Method
from app.domain.following import UNASKED
from app.domain.instant import Instant
from app.domain.live_use import goes_on
from app.domain.meter import LiveCall, Meter
from app.domain.plan import MeterKind
from app.domain.problem import mark
from app.domain.receipt import Reason
from app.wording.units import joined
from app.wording.words import Words
from ui.live.fate import Fate

_FATES = {
    Fate.NONE: "",
    Fate.INCLUDED: mark("included"),
    Fate.BILLED: mark("billed"),
    Fate.OVER: mark("past the limit"),
}
_WOULD = {
    Fate.NONE: "",
    Fate.INCLUDED: mark("would be included"),
    Fate.BILLED: mark("would be billed"),
    Fate.OVER: mark("would be past the limit"),
}
_REASONS = {
    Reason.INBOUND: mark("incoming calls use no minutes"),
    Reason.OUTBOUND: mark("outgoing calls use no minutes"),
    Reason.NO_PLAN: mark("no plan yet"),
}
_PAIR = 2


def how_it_counts(words: Words, call: LiveCall, fate: Fate) -> str:
    """Write "browser · included", "incoming · phone, two legs · billed"."""
    incoming = words.say("incoming") if call.direction is Direction.INBOUND else ""
    return joined(incoming, _method(words, call), fate_word(words, call, fate))


def fate_word(words: Words, call: LiveCall, fate: Fate) -> str:
    """Write "billed", or "would be billed" while it rings."""
    told = (_FATES if call.answered else _WOULD)[fate]
    return words.say(told) if told else ""


def next_sentence(words: Words, minutes: int, seconds: int) -> str:
    """Write "3 billed min · next in 19 s"."""
    return joined(minutes_sentence(words, minutes), words.say("next in {n} s", n=seconds))


def minutes_sentence(words: Words, minutes: int) -> str:
    """Write "3 billed min"."""
    return words.say_many("{n} billed min", "{n} billed min", minutes)


def phase_sentence(words: Words, call: LiveCall, zone: str) -> str:
    """Say that a call holds or is out of sight, "" where it is neither."""
    if call.phase is Phase.HELD:
        return words.say("on hold · still counts")
    if call.phase is not Phase.OUT_OF_SIGHT:
        return ""
    source = words.say("the softphone") if call.source in UNASKED else call.source
    if not call.seen:
        return words.say("{source} does not answer · still counting", source=source)
    time = words.time(call.seen, zone)
    return words.say(
        "{source} has not answered since {time} · still counting", source=source, time=time
    )


def reason_sentence(words: Words, call: LiveCall) -> str:
    """Say why a call uses no minutes, "" where it uses some."""
    if MeterKind.MINUTES in call.draws:
        return ""
    return words.say(_REASONS.get(call.reason, mark("uses no minutes")))


def limit_sentence(words: Words, call: LiveCall, meter: Meter) -> str:
    """Say what holds once the limit has fallen in a call."""
    if goes_on(call, meter):
        return words.say("this call may finish, the next one is billed")
    return words.say("this call may finish, the next one is blocked")


def limit_soon_sentence(words: Words, at: Instant, zone: str) -> str:
    """Say when the limit falls in a call that goes on."""
    return words.say("limit reached at {time} if you go on", time=words.time(at, zone))


def left_sentence(words: Words, left: int, *, at_most: bool) -> str:
    """Write "81 min left"."""
    if at_most and left:
        return words.say("at most {n} min left", n=left)
    return words.say("{n} min left", n=left)


def _method(words: Words, call: LiveCall) -> str:
    if call.method != Method.PHONE:
        return words.say("browser")
    return words.say("phone, two legs") if call.legs == _PAIR else words.say("phone")
