"""What the receipt panel shows: of one entry, or of the figure of a meter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.change import Version
from app.domain.erased import is_erased
from app.domain.event import Fact
from app.domain.meter import Level, Meter
from app.domain.receipt import Receipt
from app.domain.twins import State
from app.wording.changes import own_rows
from app.wording.duplicates import source_name
from app.wording.levels import meter_name, reset_day
from app.wording.limits import after_limit
from app.wording.receipts import receipt_text
from app.wording.units import amount, billed_price, joined, short_amount
from app.wording.words import Words
from ui.receipt.history import HistoryLine, history_lines, last_change
from ui.text.cycle import first_day, last_day


@dataclass(frozen=True, slots=True)
class ReceiptState:
    """A receipt: a question as title, the sum, a sentence, rows of label and value, the rule.

    ``entry``: the id of the entry, "" for a figure. ``actions``: what can be done with it, as keys
    and labels. ``history``: its versions, the newest first, under ``history_title``; ``undo``: the
    label of the button that takes the last change back, which is ``undo_id``.
    """

    title: str
    sum: str
    sentence: str
    rows: tuple[tuple[str, str], ...]
    rule: str
    cycle: str
    close: str
    entry: str = ""
    actions: tuple[tuple[str, str], ...] = ()
    history_title: str = ""
    history: tuple[HistoryLine, ...] = ()
    undo: str = ""
    undo_id: int = 0


def receipt_state(
    words: Words,
    receipt: Receipt,
    versions: Sequence[Version] = (),
    reported: Fact | None = None,
) -> ReceiptState:
    """Make the receipt of one entry.

    ``versions``: its history, the oldest first; ``reported``: the entry as its source tells it,
    ``None`` where nobody corrected it.
    """
    text = receipt_text(words, receipt)
    lines = history_lines(words, versions, receipt.zone)
    undo_id = last_change(versions)
    return ReceiptState(
        title=text.title,
        sum=text.sum,
        sentence=text.sentence,
        rows=(*text.rows, *own_rows(words, receipt.fact, reported)),
        rule=text.rule,
        cycle=text.cycle,
        close=words.say("Close"),
        entry=receipt.id,
        actions=(
            ("correct", words.say("Correct…")),
            ("note", words.say("Note")),
            ("tags", words.say("Tags")),
            *_partings(words, receipt),
            *_erasing(words, receipt),
        ),
        history_title=words.say("History") if lines else "",
        history=lines,
        undo=words.say("Undo") if undo_id else "",
        undo_id=undo_id,
    )


def _partings(words: Words, receipt: Receipt) -> Iterator[tuple[str, str]]:
    """Offer to part the entry from each other one that is taken to be of the same call."""
    together = [other for other in receipt.others if other.state is not State.APART]
    for other in together:
        if len(together) == 1:
            label = words.say("Not the same…")
        else:
            name = source_name(words, other.source)
            label = words.say("Not the same as {source}…", source=name)
        yield f"apart:{other.id}", label


def _erasing(words: Words, receipt: Receipt) -> Iterator[tuple[str, str]]:
    """Offer to erase the contact, where the entry still says who it is."""
    if receipt.fact.name or not (receipt.fact.far == "" or is_erased(receipt.fact.far)):
        yield "erase", words.say("Erase this contact…")


def why_state(words: Words, meter: Meter, person: str = "") -> ReceiptState:
    """Make the receipt of a meter's figure: what is included, what was used, what is left.

    ``person``: whose it is, "" where that goes without saying.
    """
    silent = meter.level is Level.NO_DATA
    title = words.say("How is this figure made?") if silent else _title(words, meter)
    return ReceiptState(
        title=joined(title, person),
        sum="–" if silent else _sum(words, meter),
        sentence=_sentence(words, meter),
        rows=tuple(_rows(words, meter)),
        rule=words.say("Rule: {plan}.", plan=meter.plan_title),
        cycle=_cycle(words, meter),
        close=words.say("Close"),
    )


def _title(words: Words, meter: Meter) -> str:
    left = amount(words, meter.kind, meter.remaining)
    return words.say("Why {amount}?", amount=left)


def _sum(words: Words, meter: Meter) -> str:
    included, used = words.number(meter.included), words.number(meter.used)
    sign = "=" if meter.used <= meter.included else "→"
    return f"{included} − {used} {sign} {words.number(meter.remaining)}"


def _sentence(words: Words, meter: Meter) -> str:
    if meter.level is Level.NO_DATA:
        return words.say("No call or text was recorded yet, so there is nothing to count.")
    sentence = after_limit(words, meter)
    if meter.used > meter.included:
        finished = words.say("A call that began within the allowance counts whole.")
        sentence = f"{finished} {sentence}"
    if meter.at_least:
        seen = words.say("Others may have used more than this computer has seen.")
        sentence = f"{seen} {sentence}"
    return sentence


def _rows(words: Words, meter: Meter) -> Iterator[tuple[str, str]]:
    yield words.say("Meter"), meter_name(words, meter)
    yield words.say("Included"), short_amount(words, meter.kind, meter.included)
    if meter.level is Level.NO_DATA:
        return
    yield words.say("Used"), short_amount(words, meter.kind, meter.used)
    yield words.say("Left"), short_amount(words, meter.kind, meter.remaining)
    if meter.billed:
        yield words.say("Billed"), short_amount(words, meter.kind, meter.billed)
        yield words.say("Price"), billed_price(words, meter)
    if meter.outside:
        yield words.say("Outside the bundle"), short_amount(words, meter.kind, meter.outside)
    if meter.over:
        yield words.say("Over the limit"), short_amount(words, meter.kind, meter.over)


def _cycle(words: Words, meter: Meter) -> str:
    return words.say(
        "Cycle {days} ({zone}), starts again {day}.",
        days=words.days(first_day(meter.cycle), last_day(meter.cycle)),
        zone=meter.cycle.zone,
        day=words.full_day(reset_day(meter)),
    )
