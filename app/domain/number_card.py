"""What is known of a number before it is called: each way to call it, and calls there were.

The figures afterwards are what a usual call would leave; they never fall below nothing, because a
call that begins inside an allowance stays included whole.
"""

from dataclasses import dataclass
from typing import NamedTuple

from app.domain.dialling import DialLeg, Dialling, Verdict
from app.domain.money import Money
from app.domain.plan import MeterKind, Rounding
from app.domain.receipt import Receipt
from app.domain.rounding import billed_minutes
from app.domain.usual import Usual, expected_minutes


@dataclass(frozen=True, slots=True)
class Way:
    """One method of calling a number.

    ``minutes`` a usual call counts, ``None`` where no length is usual. ``after``: left of the
    allowance after it, ``None`` where nothing draws on one. ``amount``: what it costs where it is
    billed, ``None`` where not, or where any leg has no known price.
    """

    dialling: Dialling
    minutes: int | None = None
    after: int | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class NumberCard:
    """A number's card: the method I usually call by comes first, ``recent`` newest first."""

    ways: tuple[Way, ...]
    usual: Usual | None = None
    recent: tuple[Receipt, ...] = ()

    @property
    def first(self) -> Dialling:
        """The card of the usual method."""
        return self.ways[0].dialling

    @property
    def name(self) -> str:
        """By what name the latest entry that has one calls the number, "" where none does."""
        return next((each.fact.name for each in self.recent if each.fact.name), "")


class RecentNumber(NamedTuple):
    """A number (E.164) that was called or called me, with the last name it had, "" for none."""

    number: str
    name: str


def way_of(dialling: Dialling, usual: Usual | None, rounding: Rounding) -> Way:
    """Foretell a usual call by one method."""
    if usual is None:
        return Way(dialling, after=_after(dialling, None))
    minutes = expected_minutes(usual, len(dialling.legs), rounding)
    amount = _amount(dialling.legs, usual) if dialling.verdict is Verdict.BILLED else None
    return Way(dialling, minutes, _after(dialling, minutes), amount)


def _after(dialling: Dialling, minutes: int | None) -> int | None:
    units = 1 if dialling.unit is MeterKind.CALLS else minutes
    if dialling.verdict is not Verdict.INCLUDED or dialling.remaining is None or units is None:
        return None
    return max(0, dialling.remaining - units)


def _amount(legs: tuple[DialLeg, ...], usual: Usual) -> Money | None:
    """Add up the legs, each by its begun minutes as Twilio bills them."""
    (minutes,) = billed_minutes((usual.talk_us,), Rounding())
    total: Money | None = None
    for leg in legs:
        rate = leg.price.rate if leg.price else None
        if rate is None or (total is not None and total.currency != rate.currency):
            return None
        total = rate * minutes if total is None else total + rate * minutes
    return total
