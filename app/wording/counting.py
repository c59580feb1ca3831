"""How an entry was counted, in one sentence: its length, its legs, and how each was rounded."""

from math import gcd

from app.domain.event import Call, Direction, Method, Text
from app.domain.plan import MeterKind, Place
from app.domain.receipt import Receipt
from app.wording.levels import PROVIDERS
from app.wording.units import amount
from app.wording.words import Words


def counted_sentence(words: Words, receipt: Receipt) -> str:
    """Write "3 min 05 s, call from phone, 2 legs, each rounded up to 4: 8 minutes."."""
    fact = receipt.fact
    if isinstance(fact, Text):
        return _text(words, receipt, fact)
    if receipt.kind is MeterKind.CALLS:
        return words.say("Counts as {total}.", total=amount(words, receipt.kind, receipt.quantity))
    return _call(words, receipt, fact)


def leg_talks(receipt: Receipt, call: Call) -> tuple[int, ...]:
    """Tell the microseconds of each leg; legs made by the rule last as long as the call."""
    if receipt.legs_reported and call.legs:
        return tuple(leg.talk_us for leg in call.legs)
    return (call.talk_us,) * len(receipt.legs)


def difference_sentence(words: Words, receipt: Receipt) -> str:
    """Write that the provider's final count is another than ours, "" when it is not."""
    fact = receipt.fact
    if not isinstance(fact, Text) or not fact.reported or fact.counted in {None, fact.reported}:
        return ""
    return words.say(
        "The provider counts {theirs}, our count is {ours}.",
        theirs=fact.reported,
        ours=fact.counted,
    )


def _call(words: Words, receipt: Receipt, call: Call) -> str:
    talks, total = leg_talks(receipt, call), amount(words, receipt.kind, receipt.quantity)
    if receipt.rule is not None and receipt.rule.rounding.place is Place.PER_CALL:
        return words.say(
            "{length}, {how}, all legs together rounded up: {total}.",
            length=words.duration_words(call.talk_us, turn=1),
            how=_how(words, receipt, call),
            total=total,
        )
    if len(set(talks)) > 1:
        return _unequal_legs(words, receipt, talks, total)
    return _equal_legs(words, receipt, call, total)


def _equal_legs(words: Words, receipt: Receipt, call: Call, total: str) -> str:
    talks = leg_talks(receipt, call)
    length = words.duration_words(talks[0] if talks else call.talk_us, _turn(receipt))
    how = _how(words, receipt, call)
    if len(talks) < 2:
        return words.say(
            "{length}, {how}, rounded up: {total}.", length=length, how=how, total=total
        )
    return words.say(
        "{length}, {how}, {legs} legs, each rounded up to {each}: {total}.",
        length=length,
        how=how,
        legs=len(talks),
        each=receipt.legs[0],
        total=total,
    )


def _unequal_legs(words: Words, receipt: Receipt, talks: tuple[int, ...], total: str) -> str:
    parts = ", ".join(
        _leg_part(words, talk, minutes, _turn(receipt))
        for talk, minutes in zip(talks, receipt.legs, strict=False)
    )
    source = PROVIDERS.get(receipt.fact.source.provider)
    if source is None:
        return words.say("{n} legs: {parts}: {total}.", n=len(talks), parts=parts, total=total)
    return words.say(
        "{n} legs as {source} reports them: {parts}: {total}.",
        n=len(talks),
        source=source,
        parts=parts,
        total=total,
    )


def _leg_part(words: Words, talk_us: int, minutes: int, turn: int) -> str:
    if not talk_us:
        return words.say("no answer, so 0")
    length = words.duration_words(talk_us, turn)
    return words.say("{length} rounded up to {minutes}", length=length, minutes=minutes)


def _turn(receipt: Receipt) -> int:
    """Return the seconds of which every multiple may be where another minute begins."""
    if receipt.rule is None:
        return 60
    rounding = receipt.rule.rounding
    return gcd(60, rounding.first_seconds, rounding.next_seconds)


def _how(words: Words, receipt: Receipt, call: Call) -> str:
    source = PROVIDERS.get(call.source.provider)
    if receipt.legs_reported and source is not None:
        return words.say("as {source} reports it", source=source)
    if call.direction is Direction.INBOUND:
        return words.say("inbound call")
    # A record that does not say how the call was placed was counted by the agent's usual method,
    # and only a call from phone has a second leg.
    by_phone = call.method is Method.PHONE or (call.method is None and len(receipt.legs) > 1)
    return words.say("call from phone") if by_phone else words.say("browser call")


def _text(words: Words, receipt: Receipt, text: Text) -> str:
    total = amount(words, receipt.kind, receipt.quantity)
    if text.media:
        files = words.say_many("{n} file", "{n} files", text.media)
        return words.say("MMS with {files}: {total}.", files=files, total=total)
    if not text.characters:
        return words.say("SMS: {total}.", total=total)
    length = words.say_many("{n} character", "{n} characters", text.characters)
    return words.say(
        "SMS, {length} in {encoding}: {total}.",
        length=length,
        encoding=text.encoding,
        total=total,
    )
