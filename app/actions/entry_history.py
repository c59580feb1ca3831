"""History: every version of one entry, and what its source says of it."""

from dataclasses import dataclass

from app.actions.explain import entry_number, no_such_entry
from app.domain.change import Version
from app.domain.event import Fact
from app.ledger.history import history, reported
from app.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class EntryHistory:
    """The versions of an entry, the oldest first.

    ``reported``: the entry as its source tells it, ``None`` where nobody corrected it.
    """

    versions: tuple[Version, ...]
    reported: Fact | None


def entry_history(ledger: Ledger, entry_id: str) -> EntryHistory:
    """Read the history of an entry; Problem when there is no such entry."""
    number = entry_number(entry_id)
    with ledger.reading() as snapshot:
        versions = [] if number is None else history(snapshot.connection, number)
        said = None if number is None else reported(snapshot.connection, number)
    if not versions:
        raise no_such_entry(entry_id)
    return EntryHistory(tuple(versions), said)
