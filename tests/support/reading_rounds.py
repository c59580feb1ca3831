"""Reads a part of a provider as a round does, without a ledger, to see what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.event import Fact
from app.domain.instant import Instant
from app.domain.merge import merged
from app.remote.pages import Page, Part


@dataclass
class Read:
    """What was read so far: facts by id, and where to go on."""

    position: str = ""
    facts: dict[str, Fact] = field(default_factory=dict)
    unfinished: set[str] = field(default_factory=set)
    pages: list[Page] = field(default_factory=list)

    def take(self, page: Page) -> None:
        """Store a page as a ledger does."""
        self.pages.append(page)
        for fact in page.facts:
            known = self.facts.get(fact.external_id)
            self.facts[fact.external_id] = merged(known, fact) if known else fact
            self.unfinished.discard(fact.external_id)
        self.unfinished.update(page.unfinished)


def read_round(
    part: Part, now: Callable[[], Instant], read: Read | None = None, pages: int = 100_000
) -> Read:
    """Read to the end of a round, or so many pages."""
    read = read or Read()
    for _ in range(pages):
        page = part.page(read.position, now())
        read.take(page)
        read.position = page.position
        if not page.more:
            break
    return read
