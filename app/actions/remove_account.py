"""Remove a connection: its rounds, its key, and its entries where that is wanted."""

from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.actions.account_here import account_now
from app.actions.pause_account import pause_account
from app.domain.connection import Connection
from app.domain.instant import Instant
from app.domain.problem import EnvironmentProblem
from app.ledger.connections.accounts import remove_connection
from app.ledger.connections.removing import remove_entries

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Removal:
    """How a connection is to be removed.

    ``with_entries``: what was read from it goes, too. ``leave_key``: even though the keyring does
    not answer; its key may stay there. ``progress`` and ``cancelled`` are of removing the entries.
    """

    with_entries: bool = False
    leave_key: bool = False
    progress: Progress = lambda _done, _total: None
    cancelled: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Removed:
    """A connection that was removed, and how many entries went with it."""

    connection: Connection
    entries: int


def remove_account(
    ledger: "Ledger",
    secrets: "Secrets",
    connection_id: int,
    *,
    now: Instant,
    removal: Removal | None = None,
) -> Removed | None:
    """Remove a connection; ``None`` where it was cancelled and everything is as it was.

    EnvironmentProblem where the keyring does not answer: then nothing is removed, for a key that
    nothing knows of would stay in it. UsageProblem where the connection is gone already. The
    keyring may ask for its password: not for the main thread.
    """
    removal = removal or Removal()
    before = account_now(ledger, connection_id)
    # What is kept for the run alone was never in the keyring, which may not even be there.
    leave_key = removal.leave_key or before.kept_for_run
    if not leave_key:
        _ask_keyring(secrets, before)
    # A round that runs in another program ends after its page, and brings nothing back.
    pause_account(ledger, connection_id, paused=True)
    try:
        entries = _entries_removed(ledger, before, now, removal)
        if entries is not None:
            # The key goes before the connection: what ends the program in between leaves a
            # connection to be removed again, never a key that nothing knows of.
            _forget(secrets, before, leave_key=leave_key)
    except BaseException:
        pause_account(ledger, connection_id, paused=before.paused)
        raise
    if entries is None:
        pause_account(ledger, connection_id, paused=before.paused)
        return None
    with ledger.writing() as writing:
        remove_connection(writing, connection_id)
    return Removed(before, entries)


def _entries_removed(
    ledger: "Ledger", connection: Connection, now: Instant, removal: Removal
) -> int | None:
    if not removal.with_entries:
        return 0
    return remove_entries(ledger, connection, now, removal.progress, removal.cancelled)


def _ask_keyring(secrets: "Secrets", connection: Connection) -> None:
    """Raise EnvironmentProblem where the keyring is locked, before any entry is gone."""
    # Here because most starts need no key.
    from app.sync.accounts.keys import key_account

    secrets.get(key_account(connection))


def _forget(secrets: "Secrets", connection: Connection, *, leave_key: bool) -> None:
    # Here for the same reason.
    from app.sync.accounts.keys import forget_key

    with suppress(EnvironmentProblem) if leave_key else nullcontext():
        forget_key(secrets, connection)
