"""Try a connection: ask the provider whose key it is and what it may read, and note that."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.actions.account_here import account_now, check_same, look_at, still_there
from app.actions.opening import opener_of
from app.domain.connection import AccountFound, Connection, Provider
from app.ledger.connections.accounts import note_found, note_key

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.remote.pages import Wait
    from app.sync.accounts.opener import Opener


@dataclass(frozen=True, slots=True)
class Checked:
    """A connection whose key opens its account, and the account as its provider told it."""

    connection: Connection
    found: AccountFound


def check_account(
    ledger: "Ledger",
    secrets: "Secrets",
    connection_id: int,
    *,
    wait: "Wait",
    opener: "Opener | None" = None,
) -> Checked:
    """Try the key that is kept; Failure where it does not open the account.

    A key that does lets the next round begin at once. EnvironmentProblem where the keyring does
    not answer, UsageProblem where the connection was removed.
    """
    # Here because most starts need no key.
    from app.sync.accounts.keys import kept_key

    connection = account_now(ledger, connection_id)
    key = kept_key(secrets, connection)
    found = look_at(ledger, opener or opener_of(ledger), connection, key, wait)
    if connection.provider is not Provider.AIRCALL:
        # A key of Aircall is one company's for good, whatever that is called by now.
        check_same(connection, found)
    with ledger.writing() as writing:
        still_there(writing.connection, connection_id)
        note_found(writing, connection_id, found)
        note_key(writing, connection_id, kept_for_run=connection.kept_for_run)
        return Checked(still_there(writing.connection, connection_id), found)
