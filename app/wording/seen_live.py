"""What a later record changed of a call that was seen live, in words."""

from collections.abc import Iterator

from app.domain.cycle import local_day
from app.domain.event import Call
from app.domain.problem import mark
from app.domain.receipt import Other, Receipt
from app.domain.twins import State
from app.wording.duplicates import source_name
from app.wording.words import Words

_SEEN = mark("Seen live by {source}: {length}, {minutes}.")
_GUESSED = mark("Seen live by {source}, but its end was estimated: {length}, {minutes}.")
_BY_HAND = mark("By your own clock: {length}, {minutes}.")
_HAND = "hand"
_LIVE = frozenset({"baresip", "hook", _HAND})


def changed_sentence(words: Words, receipt: Receipt) -> str:
    """Write what was seen live and what counts instead, "" where a person would miss nothing.

    "Seen live by baresip: 2:12, 3 minutes. By HubSpot it was 1:58, 2 minutes, and that counts."
    """
    call = receipt.fact
    live = next((other for other in receipt.others if _was_live(other)), None)
    if live is None or not isinstance(call, Call) or any(other.kept for other in receipt.others):
        return ""
    also = [*_other_number(words, live, call), *_other_day(words, live, call, receipt.zone)]
    counted = sum(receipt.legs)
    same = live.minutes == counted and words.duration(live.talk_us) == words.duration(call.talk_us)
    if same and not also:
        return ""
    return " ".join((_as_seen(words, live), _as_said(words, call, counted), *also))


def _was_live(other: Other) -> bool:
    return other.source.provider in _LIVE and other.state is not State.APART


def _as_seen(words: Words, live: Other) -> str:
    sentence = _BY_HAND if live.source.provider == _HAND else _SEEN
    return words.say(
        _GUESSED if live.guessed else sentence,
        source=source_name(words, live.source),
        length=words.duration(live.talk_us),
        minutes=_minutes(words, live.minutes),
    )


def _as_said(words: Words, call: Call, counted: int) -> str:
    return words.say(
        "By {source} it was {length}, {minutes}, and that counts.",
        source=source_name(words, call.source),
        length=words.duration(call.talk_us),
        minutes=_minutes(words, counted),
    )


def _other_number(words: Words, live: Other, call: Call) -> Iterator[str]:
    if live.call.far and live.call.far != call.far:
        yield words.say("Live its number was {number}.", number=words.phone(live.call.far))


def _other_day(words: Words, live: Other, call: Call, zone: str) -> Iterator[str]:
    """Say on which of two days the call counts; records differ in whether ringing belongs to it."""
    seen, said = local_day(live.start, zone), local_day(call.start, zone)
    if seen != said:
        yield words.say(
            "Live it began on {seen}; it counts on {said}.",
            seen=words.full_day(seen), said=words.full_day(said),
        )  # fmt: skip


def _minutes(words: Words, n: int) -> str:
    return words.say_many("{n} minute", "{n} minutes", n)
