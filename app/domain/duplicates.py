"""Pairs of entries that may be of one call, as a person is asked about them."""

from dataclasses import dataclass
from typing import NamedTuple

from app.domain.receipt import Receipt
from app.domain.twins import Rule, State


class Alike(NamedTuple):
    """Pairs that can be decided together: the same two providers, doubted for the same reason."""

    kept: str
    copy: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two entries of one call, or of two; ``kept`` is the one that counts."""

    kept: Receipt
    copy: Receipt
    state: State
    rule: Rule

    @property
    def alike(self) -> Alike:
        """Return what it has in common with others."""
        return Alike(self.kept.fact.source.provider, self.copy.fact.source.provider, self.rule)

    @property
    def ids(self) -> tuple[int, int]:
        """Return the ids of both entries."""
        return int(self.kept.id), int(self.copy.id)


class Duplicates(NamedTuple):
    """The latest pairs, the newest first, and how many there are, by what they have in common."""

    pairs: tuple[Duplicate, ...]
    counts: dict[Alike, int]

    @property
    def total(self) -> int:
        """Return how many there are in all."""
        return sum(self.counts.values())
