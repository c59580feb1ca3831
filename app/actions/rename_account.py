"""Call a connection otherwise."""

from typing import TYPE_CHECKING

from app.actions.account_here import still_there
from app.domain.connection import Connection
from app.ledger.connections.accounts import rename_connection

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger


def rename_account(ledger: "Ledger", connection_id: int, name: str) -> Connection:
    """Give a connection another name; UsageProblem where it is taken, or is no name."""
    with ledger.writing() as writing:
        still_there(writing.connection, connection_id)
        return rename_connection(writing, connection_id, name)
