"""Records that a complete reading of a span should have had: were they deleted?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from app.domain.instant import Instant
from app.ledger.connections.withdrawing import missing_in
from app.remote.pages import Page, Part, Span
from app.sync.accounts.ahead import Ahead
from app.sync.accounts.going import Going
from app.sync.accounts.storing import account_of


@dataclass(slots=True)
class Seen:
    """The ids of a reading; ``None`` unless it was followed from its first page on.

    What was read before a restart, or by another program, is not known here: then nothing is
    missed, and the next reading tells.
    """

    ids: set[str] | None = field(default=None)

    def add(self, page: Page) -> None:
        """Take note of the records on a page."""
        if page.begins:
            self.ids = set()
        if self.ids is not None:
            self.ids.update(_ids_on(page))

    def lose(self) -> None:
        """Give the reading up: some of it was not seen."""
        self.ids = None


def deleted(going: Going, part: Part, span: Span, seen: set[str], ahead: Ahead) -> list[str]:
    """Return the ids of records in a span that are gone, each asked for alone; Failure.

    No more are asked for than a round may; the others wait for the next reading of the span.
    """
    gone = []
    for external_id, start in _missing(going, part, span, seen):
        if going.may_confirm <= 0:
            break
        going.check()
        going.may_confirm -= 1
        if ahead.ask(partial(part.is_gone, external_id, start)):
            gone.append(external_id)
    return gone


def _missing(going: Going, part: Part, span: Span, seen: set[str]) -> Sequence[tuple[str, Instant]]:
    with going.ledger.reading() as snapshot:
        return missing_in(
            snapshot.connection,
            going.connection,
            account_of(going, part),
            part.name,
            span,
            seen,
        )


def _ids_on(page: Page) -> Iterable[str]:
    yield from (fact.external_id for fact in page.facts)
    yield from (refused.external_id for refused in page.refused)
    yield from page.unfinished
    yield from page.settled or ()
