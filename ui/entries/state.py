"""What the list of the last calls and texts shows: a line for each, ready to be read."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.plan import MeterKind
from app.domain.receipt import Outcome, Receipt
from app.wording.words import Words
from ui.text import entry
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
    who, how, length = entry.who(words, fact), entry.how(words, receipt), entry.length(words, fact)
    time, counted, after = (
        _time(words, receipt, now),
        _counted(words, receipt),
        _after(words, receipt),
    )
    direction = entry.direction(words, fact)
    return EntryRow(
        id=receipt.id,
        time=time,
        mark=entry.mark(fact),
        who=who,
        how=how,
        length=length,
        billed=counted,
        after=after,
        tone=entry.tone_of(receipt.outcome),
        spoken=", ".join(part for part in (time, direction, who, how, length, counted) if part),
    )


def _time(words: Words, receipt: Receipt, now: Instant) -> str:
    start, zone = receipt.fact.start, receipt.zone
    if local_day(start, zone) == local_day(now, zone):
        return words.time(start, zone)
    return words.day_time(start, zone)


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
        return words.say("{n} seg", n=receipt.quantity)
    return words.say("{n} min", n=receipt.quantity)


def _after(words: Words, receipt: Receipt) -> str:
    return "" if receipt.after is None else words.number(receipt.after)
