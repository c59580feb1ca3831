"""The receipt of an entry as a page shows it: title, sum, sentence, rows, rule and cycle."""

from typing import NamedTuple

from app.domain.erased import is_erased
from app.domain.event import Call
from app.domain.receipt import Outcome, Receipt
from app.wording.counting import counted_sentence, difference_sentence, leg_talks
from app.wording.duplicates import other_rows
from app.wording.guesses import guess_words
from app.wording.outcomes import left_after, outcome_sentence, reason_sentence, receipt_price
from app.wording.priced import price_source
from app.wording.seen_live import changed_sentence
from app.wording.units import amount, short_amount
from app.wording.words import Words


class ReceiptText(NamedTuple):
    """A receipt in words; ``rows`` are pairs of a label and a value, ``sum`` is "4 + 4"."""

    title: str
    sum: str
    sentence: str
    rows: tuple[tuple[str, str], ...]
    rule: str
    cycle: str

    @property
    def text(self) -> str:
        """Everything but the rows in one paragraph, as the command line prints it."""
        return " ".join(piece for piece in (self.sentence, self.rule, self.cycle) if piece)


def receipt_text(words: Words, receipt: Receipt) -> ReceiptText:
    """Write the receipt of one entry."""
    return ReceiptText(
        title=_title(words, receipt),
        sum=_sum(words, receipt),
        sentence=_sentence(words, receipt),
        rows=tuple(_rows(words, receipt)),
        rule=_rule(words, receipt),
        cycle=_cycle(words, receipt),
    )


def _counts(receipt: Receipt) -> bool:
    return receipt.outcome is not Outcome.NOT_COUNTED and receipt.quantity > 0


def _title(words: Words, receipt: Receipt) -> str:
    if not _counts(receipt):
        return words.say("Why not counted?")
    return words.say("Why {amount}?", amount=amount(words, receipt.kind, receipt.quantity))


def _sum(words: Words, receipt: Receipt) -> str:
    if not _counts(receipt):
        return "–"
    straddles = not receipt.legs and 0 < receipt.billed_units < receipt.quantity
    split = (receipt.quantity - receipt.billed_units, receipt.billed_units)
    parts = split if straddles else receipt.legs or (receipt.quantity,)
    return " + ".join(words.number(part) for part in parts)


def _sentence(words: Words, receipt: Receipt) -> str:
    if not _counts(receipt):
        why = reason_sentence(words, receipt), changed_sentence(words, receipt)
        return " ".join(piece for piece in why if piece)
    pieces = (
        counted_sentence(words, receipt),
        difference_sentence(words, receipt),
        outcome_sentence(words, receipt),
        changed_sentence(words, receipt),
    )
    return " ".join(piece for piece in pieces if piece)


def _rule(words: Words, receipt: Receipt) -> str:
    if receipt.rule is None:
        return ""
    return words.say(
        "Rule: {plan}, valid from {day}.",
        plan=receipt.rule.plan_title,
        day=words.full_day(receipt.rule.effective_from),
    )


def _cycle(words: Words, receipt: Receipt) -> str:
    if receipt.cycle_start is None or not _counts(receipt):
        return ""
    return words.say(
        "Counts in the cycle from {day} ({zone}).",
        day=words.full_day(receipt.cycle_start),
        zone=receipt.zone,
    )


def _rows(words: Words, receipt: Receipt) -> list[tuple[str, str]]:
    rows = []
    if isinstance(receipt.fact, Call) and _counts(receipt) and any(receipt.legs):
        rows += _leg_rows(words, receipt, receipt.fact)
    if receipt.before is not None:
        rows.append((words.say("Included before"), left_after(words, receipt, receipt.before)))
    if receipt.after is not None:
        rows.append((words.say("After"), left_after(words, receipt, receipt.after)))
    if receipt.billed_units:
        billed = short_amount(words, receipt.kind, receipt.billed_units)
        rows.append((words.say("Billed"), billed))
    if receipt.outcome in {Outcome.BILLED, Outcome.OUTSIDE}:
        rows.append((words.say("Price"), receipt_price(words, receipt)))
    rows += [(words.say("Priced by"), price_source(words, row)) for row in receipt.prices]
    if is_erased(receipt.fact.far):
        rows.append((words.say("Contact"), words.phone(receipt.fact.far)))
    if receipt.guess is not None:
        rows.append((words.say("End"), guess_words(words, receipt.guess)))
    return rows + other_rows(words, receipt)


def _leg_rows(words: Words, receipt: Receipt, call: Call) -> list[tuple[str, str]]:
    talks = leg_talks(receipt, call)
    if len(talks) != len(receipt.legs):
        return []
    rows = []
    for place, minutes in enumerate(receipt.legs):
        label = words.say("Leg {n}", n=place + 1)
        end = _leg_end(words, receipt, call, place)
        told = f"{label}, {end}" if end else label
        rows.append((told, short_amount(words, receipt.kind, minutes)))
    return rows


def _leg_end(words: Words, receipt: Receipt, call: Call, place: int) -> str:
    if receipt.legs_reported and place < len(call.legs):
        return words.phone(call.legs[place].destination)
    if place == 0 and len(receipt.legs) > 1:
        return words.say("your phone")
    return words.phone(call.far)
