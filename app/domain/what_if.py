"""What past cycles would have come to under another plan, or with a seat more or less."""

from dataclasses import dataclass

from app.domain.meter import Cycle
from app.domain.money import Money
from app.domain.plan import Line, MeterKind, Plan


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The question: other plans (``None`` stays), and so many seats more or (negative) less.

    ``linked``: Twilio Connect for everybody or nobody, ``None`` as it was.
    """

    calls: Plan | None = None
    texts: Plan | None = None
    seats: int = 0
    linked: bool | None = None


@dataclass(frozen=True, slots=True)
class ReplayedMeter:
    """A meter over one cycle: units of ``kind``, of all people together where it is per user.

    ``included``: of one person where it is per user, else of the account or the whole pool.
    ``counted`` drew on the allowance; ``past`` of them came after it was used up, of which
    ``billed`` were billed and the rest blocked or over. ``amounts``: of the billed units, one per
    currency; ``unpriced`` billed units have no price. ``people_past``: how many people went past
    their own allowance.
    """

    kind: MeterKind
    included: int
    counted: int
    past: int
    billed: int
    outside: int = 0
    amounts: tuple[Money, ...] = ()
    unpriced: int = 0
    people_past: int = 0


@dataclass(frozen=True, slots=True)
class ReplayedCycle:
    """One cycle of a line as it was and as it would have been."""

    line: Line
    cycle: Cycle
    running: bool
    actual: tuple[ReplayedMeter, ...]
    wished: tuple[ReplayedMeter, ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """The answer, newest cycle first; ``at_least``: others may have used more than is known."""

    cycles: tuple[ReplayedCycle, ...]
    at_least: bool = False
