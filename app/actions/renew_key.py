"""Renew the key of a connection: try the new one, and put it in the old one's place."""

from typing import TYPE_CHECKING

from app.actions.account_here import account_now, check_same, look_at, still_there
from app.actions.check_account import Checked
from app.actions.opening import opener_of
from app.domain.connection import Key
from app.domain.problem import UsageProblem
from app.ledger.connections.accounts import note_found, note_key

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.remote.pages import Wait
    from app.sync.accounts.opener import Opener


def renew_key(
    ledger: "Ledger",
    secrets: "Secrets",
    connection_id: int,
    key: Key,
    *,
    opener: "Opener | None" = None,
    wait: "Wait",
) -> Checked:
    """Take a new key of the same account; the old one stays unless the new one opens it.

    Failure where it opens nothing, UsageProblem where it opens another account,
    EnvironmentProblem where it cannot be kept. ``connection.kept_for_run`` of what comes back
    tells whether it is gone when the program ends.
    """
    # Here because most starts need no key.
    from app.sync.accounts.keys import forget_key, keep_key

    connection = account_now(ledger, connection_id)
    found = look_at(ledger, opener or opener_of(ledger), connection, key, wait)
    check_same(connection, found)
    lasting = keep_key(secrets, connection, key)
    try:
        with ledger.writing() as writing:
            still_there(writing.connection, connection_id)
            note_found(writing, connection_id, found)
            note_key(writing, connection_id, kept_for_run=not lasting)
            return Checked(still_there(writing.connection, connection_id), found)
    except UsageProblem:
        # Removed meanwhile: no key stays behind of what is not there.
        forget_key(secrets, connection)
        raise
