"""One entry in the words of a list: with whom, how, how long, and what became of it."""

from app.domain.event import Call, Direction, Fact, Method
from app.domain.plan import MeterKind
from app.domain.receipt import Outcome, Receipt
from app.wording.words import Words
from ui.theme.tone import Tone


def who(words: Words, fact: Fact) -> str:
    """Name the other end: by its name and number, as far as they are known."""
    name, number = words.contact(fact.name), words.phone(fact.far)
    if name and number:
        return f"{name} · {number}"
    return name or number or words.say("Unknown number")


def how(words: Words, receipt: Receipt) -> str:
    """Tell how it was placed or sent."""
    fact = receipt.fact
    if not isinstance(fact, Call):
        kind = "MMS" if receipt.kind is MeterKind.MMS or fact.media else "SMS"
        return f"{kind} · {fact.encoding}" if fact.encoding else kind
    if fact.method is Method.PHONE or len(receipt.legs) > 1:
        legs = len(receipt.legs)
        return words.say("From phone ×{n}", n=legs) if legs > 1 else words.say("From phone")
    return words.say("Browser")


def length(words: Words, fact: Fact) -> str:
    """Tell the real length, which is not what is counted."""
    if isinstance(fact, Call):
        return words.duration(fact.talk_us) if fact.talk_us else words.say("not answered")
    if not fact.characters:
        return ""
    return words.say_many("{n} character", "{n} characters", fact.characters)


def mark(fact: Fact) -> str:
    """Return the icon of its kind and direction."""
    if not isinstance(fact, Call):
        return "text"
    return "out" if fact.direction is Direction.OUTBOUND else "in"


def direction(words: Words, fact: Fact) -> str:
    """Tell kind and direction in words."""
    outbound = fact.direction is Direction.OUTBOUND
    if isinstance(fact, Call):
        return words.say("outgoing call") if outbound else words.say("incoming call")
    return words.say("text sent") if outbound else words.say("text received")


def tone_of(outcome: Outcome) -> Tone:
    """Return the tone an outcome is shown in."""
    match outcome:
        case Outcome.INCLUDED:
            return Tone.PLAIN
        case Outcome.BILLED | Outcome.OUTSIDE:
            return Tone.BILLED
        case Outcome.OVER:
            return Tone.STOP
        case Outcome.NOT_COUNTED:
            return Tone.QUIET
