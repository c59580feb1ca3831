"""Crossing: the first entry that begins when an allowance is used up.

Entries are ordered by start, then by a key that follows from their identity, so the order in which
they arrive never matters. An entry before the crossing is included; one at or after it is past the
limit. A call that begins inside the allowance is included whole; a text is split by segment.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from app.domain.instant import Instant
from app.domain.plan import MeterKind


class Side(IntEnum):
    """On which side of the allowance units stand; the first three are also :class:`Draw`'s."""

    INCLUDED = 0
    OUTSIDE = 1
    ALREADY = 2
    PAST = 3


class Key(NamedTuple):
    """Order of entries that draw on one allowance: start, tie-break from the identity, row id."""

    start: Instant
    tie: int
    fact_id: int


#: After every entry: nothing begins past the allowance.
NEVER = Key(Instant(2**63 - 1), 0, 0)


class Crossing(NamedTuple):
    """``key``: the first entry past the allowance; ``before``: all units of entries before it.

    ``split``: units of the last entry before it that are past the allowance (texts only).
    """

    key: Key = NEVER
    before: int = 0
    split: int = 0

    @property
    def used(self) -> int:
        """Units the allowance covered."""
        return self.before - self.split


def splits(kind: MeterKind) -> bool:
    """Tell whether an entry of this kind is divided at the limit; calls never are."""
    return kind in {MeterKind.SMS, MeterKind.MMS}


def crossing_of(entries: Iterable[tuple[Key, int]], room: int, *, split: bool) -> Crossing:
    """Find the crossing among ordered (key, units > 0); ``room``: units left when they begin."""
    before = 0
    for key, units in entries:
        if before >= room:
            return closed(Crossing(key, before), room, split=split)
        before += units
    return closed(Crossing(NEVER, before), room, split=split)


def closed(crossing: Crossing, room: int, *, split: bool) -> Crossing:
    """Set the split of a crossing: what the straddling text has past the allowance."""
    excess = max(0, crossing.before - max(0, room)) if split else 0
    return crossing._replace(split=excess)
