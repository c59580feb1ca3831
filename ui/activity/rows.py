"""A line of the Activity list, every text of it ready to be painted; made on the worker."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.cycle import local_day
from app.domain.event import Call, Fact
from app.domain.plan import MeterKind
from app.domain.problem import mark
from app.domain.receipt import Outcome, Reason, Receipt
from app.wording.duplicates import source_name
from app.wording.words import Words
from ui.text import entry
from ui.theme.tone import Tone

_TEXTS = (MeterKind.SMS, MeterKind.MMS)
_REASONS = {
    Reason.INBOUND: mark("inbound"),
    Reason.OUTBOUND: mark("outbound"),
    Reason.UNANSWERED: mark("no answer"),
    Reason.OTHER_APP: mark("other app"),
    Reason.OTHER_PLAN: mark("other plan"),
    Reason.NO_PLAN: mark("no plan"),
    Reason.SAME_CALL: mark("same call"),
}


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One line; ``texts`` by column, ``mark`` the icon of its direction, ``tone`` of its chip."""

    id: str
    texts: dict[str, str]
    mark: str
    tone: Tone
    spoken: str


def activity_rows(
    words: Words, receipts: Iterable[Receipt], *, days: bool = True
) -> Iterator[ActivityRow]:
    """Make lines of receipts in the order of the list.

    ``days``: the day is told only where it is another one than in the line before; else always.
    """
    before = None
    for receipt in receipts:
        today = local_day(receipt.fact.start, receipt.zone)
        yield _row(words, receipt, same_day=days and today == before)
        before = today


def _row(words: Words, receipt: Receipt, *, same_day: bool) -> ActivityRow:
    fact = receipt.fact
    when = words.day_time(fact.start, receipt.zone)
    texts = {
        "when": words.time(fact.start, receipt.zone) if same_day else when,
        "way": "",
        "with": fact.name or words.phone(fact.far) or words.say("Unknown number"),
        "how": entry.how(words, receipt),
        "length": _length(words, fact),
        "billed": _billed(words, receipt),
        "kind": chip(words, receipt),
        "number": words.phone(fact.far),
        "own": words.phone(fact.own),
        "agent": receipt.agent,
        "source": source_name(words, fact.source),
        "note": fact.note,
        "tags": fact.tags,
    }
    told = (when, entry.direction(words, fact), entry.who(words, fact))
    rest = (texts["how"], entry.length(words, fact), _billed_aloud(words, receipt), texts["kind"])
    spoken = ", ".join(part for part in (*told, *rest, fact.note, fact.tags) if part)
    return ActivityRow(receipt.id, texts, entry.mark(fact), entry.tone_of(receipt.outcome), spoken)


def _length(words: Words, fact: Fact) -> str:
    if isinstance(fact, Call):
        return words.duration(fact.talk_us)
    if fact.media:
        return words.say_many("{n} file", "{n} files", fact.media)
    return words.say("{n} ch", n=fact.characters) if fact.characters else ""


def _billed(words: Words, receipt: Receipt) -> str:
    if receipt.outcome is Outcome.NOT_COUNTED or not receipt.quantity:
        return "–"
    if receipt.kind in _TEXTS:
        return words.say("{n} seg", n=receipt.quantity)
    return words.say("{n} min", n=receipt.quantity)


def _billed_aloud(words: Words, receipt: Receipt) -> str:
    if receipt.outcome is Outcome.NOT_COUNTED or not receipt.quantity:
        return ""
    if receipt.kind in _TEXTS:
        return words.say_many("{n} segment", "{n} segments", receipt.quantity)
    return words.say_many("{n} minute", "{n} minutes", receipt.quantity)


def chip(words: Words, receipt: Receipt) -> str:
    """Say in a word or two what became of an entry."""
    match receipt.outcome:
        case Outcome.INCLUDED:
            return words.say("pool") if receipt.kind in _TEXTS else words.say("included")
        case Outcome.BILLED:
            return words.say("billed")
        case Outcome.OUTSIDE:
            return words.say("outside")
        case Outcome.OVER:
            return words.say("over limit")
        case Outcome.NOT_COUNTED:
            return words.say(_REASONS.get(receipt.reason, mark("not counted")))


def tab_separated(words: Words, columns: Iterable[str], receipts: Iterable[Receipt]) -> str:
    """Write lines for the clipboard; what a spreadsheet would take for a formula is disarmed."""
    chosen = [column for column in columns if column != "way"]
    lines = []
    for row in activity_rows(words, receipts, days=False):
        cells = (" ".join(row.texts[column].split()) for column in chosen)
        lines.append("\t".join(f"'{cell}" if _is_formula(cell) else cell for cell in cells))
    return "\n".join(lines) + "\n"


def _is_formula(cell: str) -> bool:
    """A number in E.164 begins with a plus sign and is none."""
    phone = cell[:1] == "+" and cell[1:].replace(" ", "").isdigit()
    return cell[:1] in ("=", "+", "-", "@") and not phone and len(cell) > 1


@dataclass(frozen=True, slots=True)
class Sums:
    """What chosen entries come to; ``minutes`` and ``segments`` are those counted."""

    entries: int
    minutes: int = 0
    segments: int = 0


def sums_of(receipts: Iterable[Receipt]) -> Sums:
    """Add entries up."""
    entries = minutes = segments = 0
    for receipt in receipts:
        entries += 1
        counted = 0 if receipt.outcome is Outcome.NOT_COUNTED else receipt.quantity
        if receipt.kind in _TEXTS:
            segments += counted
        else:
            minutes += counted
    return Sums(entries, minutes, segments)
