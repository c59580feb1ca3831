"""Which count of a person, kind and day counts, where several ledgers of theirs sent one."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from app.domain.plan import MeterKind


class Slot(NamedTuple):
    """What counts are about: a meter on a day."""

    day: date
    kind: MeterKind


class Sent(NamedTuple):
    """A count as one ledger sent it last."""

    ledger: str
    sequence: int
    counted: int
    outside: int


def holding(sent: Iterable[Sent]) -> Sent | None:
    """Return the count that holds: two computers of one person saw the same calls.

    The one that saw most is nearest to the truth; of equal ones the latest.
    """
    return max(sent, key=lambda each: (each.counted, each.sequence, each.ledger), default=None)


class Moved(NamedTuple):
    """How the sums of a slot move; ``holder`` is whose count holds now, ``before`` whose did."""

    counted: int
    outside: int
    holder: str
    before: str | None


def move(before: Mapping[str, Sent], new: Sent) -> Moved:
    """Tell what a new count of one ledger does to a slot with counts by ledger."""
    held = holding(before.values())
    holds = holding([*(each for each in before.values() if each.ledger != new.ledger), new]) or new
    counted = holds.counted - (held.counted if held else 0)
    outside = holds.outside - (held.outside if held else 0)
    return Moved(counted, outside, holds.ledger, held.ledger if held else None)
