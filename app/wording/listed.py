"""An entry on one line of a list, as the command line prints it."""

from app.domain.cycle import local_day
from app.domain.event import Call, Direction, Fact
from app.domain.problem import mark
from app.domain.receipt import Outcome, Receipt
from app.wording.units import amount
from app.wording.words import Words

_OUTCOMES = {
    Outcome.INCLUDED: mark("Included"),
    Outcome.BILLED: mark("Billed"),
    Outcome.OUTSIDE: mark("Outside the bundle"),
    Outcome.OVER: mark("Over the limit"),
    Outcome.NOT_COUNTED: mark("not counted"),
}


def listed(words: Words, receipt: Receipt, zone: str) -> tuple[str, ...]:
    """Write id, day, time, direction, other end, length, what was counted, and its outcome."""
    fact = receipt.fact
    counts = receipt.outcome is not Outcome.NOT_COUNTED and receipt.quantity > 0
    return (
        receipt.id,
        words.full_day(local_day(fact.start, zone)),
        words.time(fact.start, zone),
        _way(words, fact),
        _other_end(words, fact),
        _length(words, fact),
        amount(words, receipt.kind, receipt.quantity) if counts else "",
        words.say(_OUTCOMES[receipt.outcome]),
    )


def _way(words: Words, fact: Fact) -> str:
    outbound = fact.direction is Direction.OUTBOUND
    if isinstance(fact, Call):
        return words.say("outgoing call") if outbound else words.say("incoming call")
    return words.say("text sent") if outbound else words.say("text received")


def _other_end(words: Words, fact: Fact) -> str:
    name, number = words.contact(fact.name), words.phone(fact.far)
    if name and number:
        return f"{name} · {number}"
    return name or number or words.say("Unknown number")


def _length(words: Words, fact: Fact) -> str:
    if not isinstance(fact, Call):
        return ""
    return words.duration(fact.talk_us) if fact.talk_us else words.say("not answered")
