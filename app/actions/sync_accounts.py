"""Rounds with the accounts that are connected."""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.actions.account_here import accounts_named
from app.actions.opening import opener_of
from app.domain.connection import Connection
from app.domain.problem import UsageProblem, mark
from app.ledger.connections.accounts import connections_of

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.sync.accounts.opener import Opener
    from app.sync.accounts.outcome import AccountOutcome
    from app.sync.accounts.watch import Watch

_PAUSED = mark("{name} is paused. Resume it with: talktally account resume NAME")


def sync_account(
    ledger: "Ledger",
    secrets: "Secrets",
    connection: Connection,
    watch: "Watch",
    opener: "Opener | None" = None,
) -> "AccountOutcome":
    """Do one round with an account; trouble on the way is told, not raised.

    It may take minutes, and the keyring may ask for its password: not for the main thread.
    """
    # Here because it brings httpx and pydantic: a third of a second that most starts never need.
    from app.sync.accounts.round import account_round

    jitter = random.random()  # noqa: S311 - it only keeps computers apart
    watch = replace(watch, jitter=jitter)
    return account_round(ledger, connection, secrets, opener or opener_of(ledger), watch)


def accounts_to_sync(ledger: "Ledger", names: Sequence[str] = ()) -> tuple[Connection, ...]:
    """Return the connections of some names, or all that are not paused.

    UsageProblem for a name that is unknown or of a connection that is paused.
    """
    if not names:
        with ledger.reading() as snapshot:
            return tuple(each for each in connections_of(snapshot.connection) if not each.paused)
    found = accounts_named(ledger, names)
    for each in found:
        if each.paused:
            raise UsageProblem(_PAUSED, name=each.name)
    return tuple(found)


def is_connected(ledger: "Ledger") -> bool:
    """Tell whether any account is connected, paused or not."""
    with ledger.reading() as snapshot:
        return bool(connections_of(snapshot.connection))
