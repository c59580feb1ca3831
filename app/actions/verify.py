"""Verify: every total made again from the facts, and the file checked."""

from dataclasses import dataclass

from app.ledger.ledger import Ledger
from app.ledger.lists.entries import entry_count
from app.ledger.verify import Difference, Progress, differences


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of a check; ``ok`` when nothing differs."""

    entries: int
    differences: tuple[Difference, ...]

    @property
    def ok(self) -> bool:
        """Tell whether everything is as the facts say."""
        return not self.differences


def verify(ledger: Ledger, progress: Progress = lambda _: None) -> Verified:
    """Check the books of a ledger; ``progress`` is told how many entries were done at a time."""
    with ledger.reading() as snapshot:
        return Verified(entry_count(snapshot), tuple(differences(snapshot, progress)))
