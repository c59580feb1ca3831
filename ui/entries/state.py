"""What the list of the last calls and texts shows: a line for each, ready to be read."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.cycle import local_day
from app.domain.event import Call, Direction, Fact, Method
from app.domain.instant import Instant
from app.domain.plan import MeterKind
from app.domain.receipt import Outcome, Receipt
from app.wording.words import Words
from ui.theme.tone import Tone


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line; ``mark`` is the icon of its direction or kind, ``tone`` that of its outcome."""

    id: str
    time: str
    mark: str
    who: str
    how: str
    length: str
    billed: str
    after: str
    tone: Tone
    spoken: str


@dataclass(frozen=True, slots=True)
class EntriesState:
    """The list: its title, its columns, its lines, and what is said where there are none."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[EntryRow, ...]
    empty: str


def entries_state(words: Words, entries: Iterable[Receipt], now: Instant) -> EntriesState:
    """Make the list from receipts, newest first as they come."""
    return EntriesState(
        title=words.say("Last calls and texts"),
        columns=(
            words.say("Time"),
            words.say("With"),
            words.say("How"),
            words.say("Length"),
            words.say("Counted"),
            words.say("Left after"),
        ),
        rows=tuple(entry_row(words, each, now) for each in entries),
        empty=words.say("No calls or texts yet."),
    )


def entry_row(words: Words, receipt: Receipt, now: Instant) -> EntryRow:
    """Make the line of one entry."""
    fact = receipt.fact
    who, how, length = _who(words, fact), _how(words, receipt), _length(words, fact)
    time, counted, after = (
        _time(words, receipt, now),
        _counted(words, receipt),
        _after(words, receipt),
    )
    direction = _direction(words, fact)
    return EntryRow(
        id=receipt.id,
        time=time,
        mark=_mark(fact),
        who=who,
        how=how,
        length=length,
        billed=counted,
        after=after,
        tone=_tone(receipt.outcome),
        spoken=", ".join(part for part in (time, direction, who, how, length, counted) if part),
    )


def _time(words: Words, receipt: Receipt, now: Instant) -> str:
    start, zone = receipt.fact.start, receipt.zone
    if local_day(start, zone) == local_day(now, zone):
        return words.time(start, zone)
    return words.day_time(start, zone)


def _who(words: Words, fact: Fact) -> str:
    number = words.phone(fact.far)
    if fact.name and number:
        return f"{fact.name} · {number}"
    return fact.name or number or words.say("Unknown number")


def _how(words: Words, receipt: Receipt) -> str:
    fact = receipt.fact
    if not isinstance(fact, Call):
        kind = "MMS" if receipt.kind is MeterKind.MMS or fact.media else "SMS"
        return f"{kind} · {fact.encoding}" if fact.encoding else kind
    if fact.method is Method.PHONE or len(receipt.legs) > 1:
        legs = len(receipt.legs)
        return words.say("From phone ×{n}", n=legs) if legs > 1 else words.say("From phone")
    return words.say("Browser")


def _length(words: Words, fact: Fact) -> str:
    if isinstance(fact, Call):
        return words.duration(fact.talk_us) if fact.talk_us else words.say("not answered")
    if not fact.characters:
        return ""
    return words.say_many("{n} character", "{n} characters", fact.characters)


def _counted(words: Words, receipt: Receipt) -> str:
    """How much it counted and, unless it was included, what became of it."""
    amount = _amount(words, receipt)
    match receipt.outcome:
        case Outcome.NOT_COUNTED:
            return words.say("not counted")
        case Outcome.INCLUDED:
            return amount
        case Outcome.BILLED:
            return words.say("{amount} billed", amount=amount)
        case Outcome.OUTSIDE:
            return words.say("{amount} outside", amount=amount)
        case Outcome.OVER:
            return words.say("{amount} over", amount=amount)


def _amount(words: Words, receipt: Receipt) -> str:
    if receipt.kind in (MeterKind.SMS, MeterKind.MMS):
        return words.say("{n} seg.", n=receipt.quantity)
    return words.say("{n} min", n=receipt.quantity)


def _after(words: Words, receipt: Receipt) -> str:
    return "" if receipt.after is None else words.number(receipt.after)


def _mark(fact: Fact) -> str:
    if not isinstance(fact, Call):
        return "text"
    return "out" if fact.direction is Direction.OUTBOUND else "in"


def _direction(words: Words, fact: Fact) -> str:
    outbound = fact.direction is Direction.OUTBOUND
    if isinstance(fact, Call):
        return words.say("outgoing call") if outbound else words.say("incoming call")
    return words.say("text sent") if outbound else words.say("text received")


def _tone(outcome: Outcome) -> Tone:
    match outcome:
        case Outcome.INCLUDED:
            return Tone.PLAIN
        case Outcome.BILLED | Outcome.OUTSIDE:
            return Tone.BILLED
        case Outcome.OVER:
            return Tone.STOP
        case Outcome.NOT_COUNTED:
            return Tone.QUIET
