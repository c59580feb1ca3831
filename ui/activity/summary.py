"""What several chosen entries come to, and how the receipt panel shows it; without Qt."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.money import Money
from app.domain.plan import MeterKind
from app.domain.receipt import Outcome, Receipt
from app.wording.units import TEXTS, short_amount
from app.wording.words import Words
from ui.receipt.state import ReceiptState

#: What is paid for; a call over a limit that blocks is not.
_DEAR = (Outcome.BILLED, Outcome.OUTSIDE)


@dataclass(frozen=True, slots=True)
class Sums:
    """What chosen entries come to; ``minutes``, ``calls`` and ``segments`` are those counted.

    ``costs``: what those with a price cost, an amount for each currency; ``unpriced``: how many are
    billed without one. ``whole``: all of them were added up, not only counted.
    """

    entries: int
    minutes: int = 0
    segments: int = 0
    calls: int = 0
    costs: tuple[Money, ...] = ()
    unpriced: int = 0
    whole: bool = True


def sums_of(receipts: Iterable[Receipt]) -> Sums:
    """Add entries up."""
    entries = unpriced = 0
    counted: Counter[MeterKind | None] = Counter()
    costs: dict[str, Money] = {}
    for receipt in receipts:
        entries += 1
        if receipt.outcome is not Outcome.NOT_COUNTED:
            counted[receipt.kind] += receipt.quantity
        if (cost := receipt.amount) is not None:
            known = costs.get(cost.currency)
            costs[cost.currency] = cost if known is None else known + cost
        elif receipt.outcome in _DEAR:
            unpriced += 1
    return Sums(
        entries,
        counted[MeterKind.MINUTES],
        sum(counted[kind] for kind in TEXTS),
        counted[MeterKind.CALLS],
        tuple(costs[each] for each in sorted(costs)),
        unpriced,
    )


def summary_state(words: Words, sums: Sums, most: int) -> ReceiptState:
    """Make what stands in place of a receipt; ``most``: so many entries are added up at most."""
    sentence = words.say("What the chosen entries come to, as the plan counts them.")
    if not sums.whole:
        sentence = words.say("Up to {n} entries are added up. Choose fewer.", n=most)
    return ReceiptState(
        title=words.say("Selected"),
        sum=words.say_many("{n} entry", "{n} entries", sums.entries),
        sentence=sentence,
        rows=tuple(_rows(words, sums)),
        rule="",
        cycle="",
        close=words.say("Close"),
    )


def _rows(words: Words, sums: Sums) -> Iterator[tuple[str, str]]:
    if sums.minutes:
        yield words.say("Minutes"), short_amount(words, MeterKind.MINUTES, sums.minutes)
    if sums.calls:
        yield words.say("Calls"), words.number(sums.calls)
    if sums.segments:
        yield words.say("Segments"), words.number(sums.segments)
    if sums.costs:
        told = " + ".join(words.money(cost) for cost in sums.costs)
        yield words.say("Cost"), words.say("about {price}", price=told)
    if sums.unpriced:
        yield words.say("Without a price"), words.number(sums.unpriced)
