"""The plain text of ``talktally live``: what goes on, and ends that nobody heard."""

from collections.abc import Mapping, Sequence

from app.domain.call_report import Phase, UnsureEnd
from app.domain.event import Source
from app.domain.meter import LiveCall
from app.domain.problem import mark
from app.wording.duplicates import source_name
from app.wording.guesses import guess_words
from app.wording.units import joined, short_amount
from app.wording.words import Words

_PHASES: Mapping[Phase, str] = {
    Phase.RINGING: mark("rings"),
    Phase.TALKING: mark("in a call"),
    Phase.HELD: mark("on hold"),
    Phase.OUT_OF_SIGHT: mark("out of sight"),
}


def live_lines(words: Words, calls: Sequence[LiveCall], zone: str) -> list[str]:
    """Write a line for each open call, or that there is none."""
    if not calls:
        return [words.say("No call is open.")]
    return [_call_line(words, call, zone) for call in calls]


def unsure_lines(words: Words, unsure: Sequence[UnsureEnd], zone: str) -> list[str]:
    """Write what to do about ends that nobody heard, and a line for each; none for none."""
    if not unsure:
        return []
    told = words.say(
        "Nobody heard the end of these calls, so their length is an estimate. To say that one is "
        "right: {command}",
        command="talktally live settle ENTRY",
    )
    return ["", told, *(_end_line(words, end, zone) for end in unsure)]


def _call_line(words: Words, call: LiveCall, zone: str) -> str:
    rings = call.answered is None
    return joined(
        words.say(_PHASES[call.phase]),
        _who(words, call.number, call.name),
        words.say("since {time}", time=words.time_seconds(call.start, zone)),
        "" if rings else words.duration(call.elapsed_us),
        ""
        if rings
        else words.say("{amount} so far", amount=short_amount(words, None, call.minutes)),
        source_name(words, Source(call.source)),
    )


def _end_line(words: Words, end: UnsureEnd, zone: str) -> str:
    return joined(
        str(end.entry),
        words.day_time(end.start, zone),
        _who(words, end.number, end.name),
        words.duration(end.talk_us),
        guess_words(words, end.guess),
    )


def _who(words: Words, number: str, name: str) -> str:
    """Write the name of the far end, else its number."""
    if name:
        return words.contact(name)
    return words.phone(number) if number else words.say("unknown number")
