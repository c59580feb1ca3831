"""Entries that may be of one call, in words: both of a pair, why they are doubted, how many."""

from app.domain.duplicates import Duplicate
from app.domain.event import Call, Source
from app.domain.problem import mark
from app.domain.receipt import Other, Receipt
from app.domain.twins import Rule, State
from app.wording.words import Words

_NAMES = {
    "twilio": "Twilio",
    "aircall": "Aircall",
    "hubspot": "HubSpot",
    "ringcentral": "RingCentral",
    "google-voice": "Google Voice",
    "kamailio": "Kamailio",
    "asterisk": "Asterisk",
    "freeswitch": "FreeSWITCH",
    "linphone": "Linphone",
    "microsip": "MicroSIP",
    "twinkle": "Twinkle",
    "baresip": "baresip",
}
_OWN_NAMES = {
    "hook": mark("your softphone"),
    "hand": mark("entered by hand"),
    "file": mark("a file"),
}
_RULES = {
    Rule.ID: mark("both have the same call id"),
    Rule.CALL: mark("number, time and length agree"),
    Rule.SEVERAL: mark("several calls agree"),
    Rule.TAIL: mark("one number has no country code"),
    Rule.SAID: mark("you said so"),
}
_STATES = {
    State.MATCHED: mark("same call"),
    State.POSSIBLE: mark("possibly the same call"),
    State.CONFIRMED: mark("same call, you said"),
    State.APART: mark("another call, you said"),
}


def source_name(words: Words, source: Source) -> str:
    """Name a source, as a word inside a sentence."""
    own = _OWN_NAMES.get(source.provider)
    return words.say(own) if own else _NAMES.get(source.provider, source.provider)


def rule_words(words: Words, rule: Rule) -> str:
    """Write why two entries are taken to be of one call, without a capital and a full stop."""
    return words.say(_RULES[rule])


def state_words(words: Words, state: State) -> str:
    """Write what is known of two entries, without a capital and a full stop."""
    return words.say(_STATES[state])


def count_sentence(words: Words, pairs: int, *, settled: bool) -> str:
    """Write how many pairs there are."""
    if settled:
        return words.say_many(
            "{n} pair of one call from two sources.", "{n} pairs of one call from two sources.",
            pairs,
        )  # fmt: skip
    if not pairs:
        return words.say("No possible duplicates.")
    return words.say_many("{n} possible duplicate.", "{n} possible duplicates.", pairs)


def pair_lines(words: Words, pair: Duplicate, zone: str) -> tuple[str, ...]:
    """Write a pair in three lines: why, the one that counts, and its copy."""
    why = f"{state_words(words, pair.state)}: {rule_words(words, pair.rule)}"
    return (why, f"  {_line(words, pair.kept, zone)}", f"  {_line(words, pair.copy, zone)}")


def other_rows(words: Words, receipt: Receipt) -> list[tuple[str, str]]:
    """Write what other sources report of the call, as labels and values."""
    return [
        (
            words.say("Also reported by {source}", source=source_name(words, other.source)),
            _told_of(words, other, receipt.zone),
        )
        for other in receipt.others
    ]


def _told_of(words: Words, other: Other, zone: str) -> str:
    """Write "3 min 04 s, 13:31:07 · same call"."""
    return words.say(
        "{length}, {time} · {state}",
        length=words.duration_words(other.talk_us),
        time=words.time_seconds(other.start, zone),
        state=state_words(words, other.state),
    )


def _line(words: Words, receipt: Receipt, zone: str) -> str:
    fact = receipt.fact
    length = words.duration_words(fact.talk_us) if isinstance(fact, Call) else ""
    told = (
        receipt.id,
        source_name(words, fact.source),
        words.day_time(fact.start, zone),
        words.phone(fact.far),
        length,
    )
    return "  ".join(piece for piece in told if piece)
