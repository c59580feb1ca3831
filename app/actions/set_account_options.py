"""Say what a connection is and how its records count, for those stored already, too."""

from typing import TYPE_CHECKING

from app.actions.account_here import check_options, still_there
from app.domain.connection import Connection, Options
from app.domain.instant import Instant
from app.ledger.connections.accounts import set_options

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger


def set_account_options(
    ledger: "Ledger", connection_id: int, options: Options, *, now: Instant
) -> Connection:
    """Keep options and let stored records count by them.

    UsageProblem for what cannot be said of an account of this provider.
    """
    with ledger.writing() as writing:
        connection = still_there(writing.connection, connection_id)
        check_options(connection.provider, options)
        if connection.options != options:
            set_options(writing, connection_id, options, now)
        return still_there(writing.connection, connection_id)
