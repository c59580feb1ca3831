"""Pause the rounds of a connection, or let them go on."""

from typing import TYPE_CHECKING

from app.actions.account_here import still_there
from app.domain.connection import Connection
from app.ledger.connections.accounts import pause_connection

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger


def pause_account(ledger: "Ledger", connection_id: int, *, paused: bool) -> Connection:
    """Pause or resume a connection; a round that runs ends after its page. UsageProblem."""
    with ledger.writing() as writing:
        if still_there(writing.connection, connection_id).paused != paused:
            pause_connection(writing, connection_id, paused)
        return still_there(writing.connection, connection_id)
