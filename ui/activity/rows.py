"""A line of the Activity list, every text of it ready to be painted; made on the worker."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.cycle import local_day
from app.domain.event import Call, Fact
from app.domain.plan import MeterKind
from app.domain.problem import mark
from app.domain.receipt import Outcome, Reason, Receipt
from app.domain.twins import State
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


class Here(NamedTuple):
    """The zone of times that no plan says one for, and the year that need not be told."""

    zone: str = "UTC"
    year: int = 0


_HERE = Here()


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One line; ``texts`` by column, ``mark`` the icon of its direction, ``tone`` of its chip.

    ``when``: its time with the day, wherever it stands. ``number``: the other end as it is kept.
    ``doubted``: another entry may be of the same call.
    """

    id: str
    texts: dict[str, str]
    mark: str
    tone: Tone
    spoken: str
    when: str
    number: str = ""
    doubted: bool = False

    def tip(self, key: str) -> str:
        """Return the whole of a cell, which may be cut short."""
        if key == "when":
            return self.when
        text = self.texts[key]
        number = self.texts["number"]
        return f"{text} · {number}" if key == "with" and number not in ("", text) else text


def activity_rows(
    words: Words, receipts: Iterable[Receipt], here: Here = _HERE, *, days: bool = True
) -> Iterator[ActivityRow]:
    """Make lines of receipts in the order of the list.

    ``days``: the day is told only where it is another one than in the line before; else always.
    """
    before = None
    for receipt in receipts:
        # Without a plan nothing says in which zone its days are.
        zone = receipt.zone if receipt.cycle_start is not None else here.zone
        today = local_day(receipt.fact.start, zone)
        time = words.time(receipt.fact.start, zone)
        day = words.day(today) if today.year == here.year else words.full_day(today)
        short = time if days and today == before else f"{day} {time}"
        yield _row(words, receipt, f"{day} {time}", short)
        before = today


def _row(words: Words, receipt: Receipt, when: str, short: str) -> ActivityRow:
    fact = receipt.fact
    texts = {
        "when": short,
        "way": "",
        "with": words.contact(fact.name) or words.phone(fact.far) or words.say("Unknown number"),
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
    doubted = any(other.state is State.POSSIBLE for other in receipt.others)
    return ActivityRow(
        receipt.id, texts, entry.mark(fact), entry.tone_of(receipt.outcome), spoken, when,
        number=fact.far, doubted=doubted,
    )  # fmt: skip


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


def tab_separated(
    words: Words, columns: Iterable[str], receipts: Iterable[Receipt], here: Here = _HERE
) -> str:
    """Write lines for the clipboard; what a spreadsheet would take for a formula is disarmed.

    Numbers are whole: what is copied is taken somewhere on purpose.
    """
    words = words.masking(masked=False)
    chosen = [column for column in columns if column != "way"]
    lines = []
    for row in activity_rows(words, receipts, here, days=False):
        cells = (" ".join(row.texts[column].split()) for column in chosen)
        lines.append("\t".join(f"'{cell}" if _is_formula(cell) else cell for cell in cells))
    return "\n".join(lines) + "\n"


def _is_formula(cell: str) -> bool:
    """A number in E.164 begins with a plus sign and is none."""
    phone = cell[:1] == "+" and cell[1:].replace(" ", "").isdigit()
    return cell[:1] in ("=", "+", "-", "@") and not phone and len(cell) > 1
