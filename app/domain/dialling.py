"""Before a call: which legs it has, what each costs, and whether it is included or allowed at all.

The next call is judged by what is left at its start: a call that begins inside an allowance stays
included whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.event import Method
from app.domain.meter import Cycle
from app.domain.numbers import Number
from app.domain.plan import Counted, MeterKind
from app.domain.price import PriceRow
from app.domain.receipt import Outcome


class Verdict(StrEnum):
    """What becomes of the next call."""

    INCLUDED = "included"
    BILLED = "billed"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Room:
    """One allowance of the calling plan as the next call finds it.

    ``remaining`` without the calls that are open now; ``past`` is what becomes of units beyond it.
    ``near``: so little is left that the plan warns.
    """

    kind: MeterKind
    counted: Counted
    remaining: int
    past: Outcome
    near: bool = False


@dataclass(frozen=True, slots=True)
class DialLeg:
    """One leg of the next call: the number it goes to, and its price, ``None`` if not known."""

    to: str
    price: PriceRow | None


@dataclass(frozen=True, slots=True)
class Dialling:
    """The card of a number before it is dialled.

    ``region``: ISO-2, "" when nobody can tell. ``remaining`` is minutes, or calls where the plan
    counts those alone, ``None`` without a plan or any entry; ``cycle`` is ``None`` without a plan.
    ``blocked_by``: the allowance that has nothing left, ``None`` while the call would go through.
    ``near``: an allowance it draws on has so little left that the plan warns.
    """

    number: str
    region: str
    method: Method
    verdict: Verdict
    legs: tuple[DialLeg, ...]
    remaining: int | None
    unit: MeterKind
    cycle: Cycle | None
    plan_title: str
    through_connect: bool
    blocked_by: MeterKind | None = None
    near: bool = False

    @property
    def allowed(self) -> bool:
        """Tell whether the call would go through."""
        return self.verdict is not Verdict.BLOCKED


def unmeasured(far: Number, method: Method, legs: tuple[DialLeg, ...]) -> Dialling:
    """Make the card of a number where no plan was chosen."""
    return Dialling(
        far.text, far.region, method, Verdict.INCLUDED, legs, None, MeterKind.MINUTES, None, "",
        through_connect=False,
    )  # fmt: skip


def verdict_of(rooms: Iterable[Room]) -> Verdict:
    """Judge an outbound call by every allowance it draws on; the strictest decides."""
    found = {_judged(room) for room in rooms if room.counted is not Counted.INBOUND}
    if Verdict.BLOCKED in found:
        return Verdict.BLOCKED
    return Verdict.BILLED if Verdict.BILLED in found else Verdict.INCLUDED


def blocked_by(rooms: Iterable[Room]) -> MeterKind | None:
    """Tell which allowance stops an outbound call, ``None`` when none does."""
    stopping = (
        room.kind
        for room in rooms
        if room.counted is not Counted.INBOUND and _judged(room) is Verdict.BLOCKED
    )
    return next(stopping, None)


def _judged(room: Room) -> Verdict:
    if room.remaining > 0:
        return Verdict.INCLUDED
    return Verdict.BILLED if room.past is Outcome.BILLED else Verdict.BLOCKED
