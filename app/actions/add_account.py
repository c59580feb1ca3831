"""Connect an account: try its key, then keep the connection, and the key in the keyring."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.actions.account_here import check_options, look_at
from app.actions.opening import opener_of
from app.domain.connection import AccountFound, Connection, NewConnection
from app.domain.instant import Instant
from app.domain.problem import Problem
from app.ledger.connections.accounts import add_connection, note_key, remove_connection

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.remote.pages import Wait
    from app.sync.accounts.opener import Opener


@dataclass(frozen=True, slots=True)
class Added:
    """A connection, and the account as its provider told it.

    ``kept_for_run``: no keyring keeps the key, so it is gone when the program ends.
    """

    connection: Connection
    found: AccountFound
    kept_for_run: bool


def add_account(
    ledger: "Ledger",
    secrets: "Secrets",
    new: NewConnection,
    *,
    now: Instant,
    opener: "Opener | None" = None,
    wait: "Wait",
) -> Added:
    """Ask the provider whose key it is, and connect that account.

    Failure when the provider refuses or cannot be reached, UsageProblem when the account is
    connected already, EnvironmentProblem when the key cannot be kept; then nothing has changed.
    It asks the network, and the keyring may ask for its password: not for the main thread.
    """
    check_options(new.provider, new.options)
    found = look_at(ledger, opener or opener_of(ledger), _untried(new), new.key, wait)
    with ledger.writing() as writing:
        connection = add_connection(writing, new, found, now)
    kept_for_run = not _keep(ledger, secrets, connection, new)
    return Added(connection, found, kept_for_run)


def _untried(new: NewConnection) -> Connection:
    return Connection(
        0, new.provider, new.name, new.account, address=new.address, options=new.options
    )


def _keep(ledger: "Ledger", secrets: "Secrets", connection: Connection, new: NewConnection) -> bool:
    """Keep the key of a connection that was just stored; takes that back where it is not kept.

    The connection comes first, so that whatever ends the program in between leaves a connection
    that asks for its key, never a key in the keyring that nothing knows of.
    """
    # Here because most starts need no key.
    from app.sync.accounts.keys import forget_key, keep_key

    try:
        lasting = keep_key(secrets, connection, new.key)
        with ledger.writing() as writing:
            note_key(writing, connection.id, kept_for_run=not lasting)
    except BaseException:
        with suppress(Problem):
            forget_key(secrets, connection)
        with ledger.writing() as writing:
            remove_connection(writing, connection.id)
        raise
    return lasting
